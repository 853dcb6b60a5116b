import type { Tone } from "@/components/ui/badge";
import { momentText, type Place } from "@/components/time/moment";
import type { CredentialAct, CredentialState } from "@/lib/credentials/state";

type Kind = CredentialState["kind"];
/** What each state of a login is called. */
export const stateNames: Record<Kind, string> = {
  none: "No login",
  invited: "Invited",
  "invitation-expired": "Invitation expired",
  temporary: "Temporary password",
  "temporary-expired": "Temporary password expired",
  active: "Active",
  locked: "Locked",
  deactivated: "Deactivated",
};

/** With which colour and sign each state is shown. */
export const stateTones: Record<Kind, Tone> = {
  none: "neutral",
  invited: "info",
  "invitation-expired": "warn",
  temporary: "info",
  "temporary-expired": "warn",
  active: "good",
  locked: "bad",
  deactivated: "neutral",
};

/** Until when, or since when, a state lasts; undefined when it has no end. */
export function stateUntil(state: CredentialState, place: Place): string | undefined {
  if (!("until" in state) || !state.until) return undefined;
  const at = momentText(state.until, place);
  return state.kind.endsWith("-expired") ? `on ${at}` : `until ${at}`;
}

/** What an act is called for a contact in that state; those ending in "…" ask before they act. */
export function actName(act: CredentialAct, state: Kind): string {
  switch (act) {
    case "send-activation":
      return isInvited(state) ? "Send activation e-mail again" : "Send activation e-mail";
    case "cancel-activation":
      return "Cancel invitation";
    case "set-temporary-password":
      return hasLogin(state) ? "Reset password…" : "Create login…";
    case "send-reset-link":
      return "Send reset link";
    case "unlock":
      return "Unlock";
    case "deactivate":
      return "Deactivate";
    case "reactivate":
      return "Reactivate";
  }
}

/** Whether somebody in that state was sent an invitation that is still theirs to take up, or was until it ran out. */
export const isInvited = (state: Kind): boolean => state === "invited" || state === "invitation-expired";

/** Whether somebody in that state has, or had, a password. */
export const hasLogin = (state: Kind): boolean =>
  ["active", "locked", "temporary", "temporary-expired"].includes(state);
