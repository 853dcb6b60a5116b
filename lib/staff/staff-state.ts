import type { CredentialState } from "@/lib/credentials/state";

/** What can be done about a staff user's account. */
export const staffActs = [
  "send-activation",
  "cancel-activation",
  "send-reset-link",
  "unlock",
  "end-sessions",
  "remove-second-factor",
  "deactivate",
  "reactivate",
] as const;

export type StaffAct = (typeof staffActs)[number];

// What stands in the way of whoever found a screen open, or is to be somebody else's act.
const notToOneself: Partial<Record<StaffAct, string>> = {
  deactivate: "You cannot deactivate yourself. Ask another administrator to do it.",
  "remove-second-factor": "Remove your own second factor under Account, where a code of it is asked for.",
  unlock: "You cannot unlock yourself. Ask another administrator to do it, or wait.",
};

/** Why somebody cannot do this to their own account, and what to do instead; undefined when they can. */
export const whyNotOneself = (act: StaffAct): string | undefined => notToOneself[act];

const actsOf: Partial<Record<CredentialState["kind"], readonly StaffAct[]>> = {
  none: ["send-activation", "deactivate"],
  invited: ["send-activation", "cancel-activation", "deactivate"],
  "invitation-expired": ["send-activation", "cancel-activation", "deactivate"],
  active: ["send-reset-link", "end-sessions", "remove-second-factor", "deactivate"],
  locked: ["unlock", "send-reset-link", "end-sessions", "remove-second-factor", "deactivate"],
  deactivated: ["reactivate"],
};

/** The acts that fit how a staff user's account stands, the likeliest first. */
export const fittingStaffActs = (kind: CredentialState["kind"], hasSecondFactor: boolean): StaffAct[] =>
  (actsOf[kind] ?? []).filter((act) => act !== "remove-second-factor" || hasSecondFactor);

const notFitting: Record<StaffAct, string> = {
  "send-activation": "has a password already. Send a reset link instead.",
  "cancel-activation": "has no open invitation, so there is nothing to cancel.",
  "send-reset-link": "has no password yet. Send the invitation again instead.",
  unlock: "is not locked.",
  "end-sessions": "cannot sign in, so there is no session to end.",
  "remove-second-factor": "has no second factor.",
  deactivate: "is deactivated already.",
  reactivate: "is not deactivated.",
};

/** Why an act does not fit a staff user's account, and what to do instead, as a sentence. */
export function whyNotStaff(name: string, kind: CredentialState["kind"], act: StaffAct): string {
  if (kind === "deactivated" && act !== "deactivate") return `${name} is deactivated. Reactivate them first.`;
  return `${name} ${notFitting[act]}`;
}
