import type { Tone } from "@/components/ui/badge";
import { momentText } from "@/components/time/moment";
import type { CredentialState } from "@/lib/credentials/state";

type Kind = CredentialState["kind"];
type Place = { timeZone: string; locale: string };

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
  return state.kind.endsWith("-expired") ? `since ${at}` : `until ${at}`;
}
