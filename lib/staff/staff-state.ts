import type { CredentialState } from "@/lib/credentials/state";

/** What can be done about a staff user's account. */
export const staffActs = [
  "send-activation",
  "cancel-activation",
  "send-reset-link",
  "unlock",
  "end-sessions",
  "deactivate",
  "reactivate",
] as const;

export type StaffAct = (typeof staffActs)[number];

const actsOf: Partial<Record<CredentialState["kind"], readonly StaffAct[]>> = {
  none: ["send-activation", "deactivate"],
  invited: ["send-activation", "cancel-activation", "deactivate"],
  "invitation-expired": ["send-activation", "cancel-activation", "deactivate"],
  active: ["send-reset-link", "end-sessions", "deactivate"],
  locked: ["unlock", "send-reset-link", "end-sessions", "deactivate"],
  deactivated: ["reactivate"],
};

/** The acts that fit how a staff user's account stands, the likeliest first. */
export const fittingStaffActs = (kind: CredentialState["kind"]): readonly StaffAct[] => actsOf[kind] ?? [];

const notFitting: Record<StaffAct, string> = {
  "send-activation": "has a password already. Send a reset link instead.",
  "cancel-activation": "has no open invitation, so there is nothing to cancel.",
  "send-reset-link": "has no password yet. Send the invitation again instead.",
  unlock: "is not locked.",
  "end-sessions": "cannot sign in, so there is no session to end.",
  deactivate: "is deactivated already.",
  reactivate: "is not deactivated.",
};

/** Why an act does not fit a staff user's account, and what to do instead, as a sentence. */
export function whyNotStaff(name: string, kind: CredentialState["kind"], act: StaffAct): string {
  if (kind === "deactivated" && act !== "deactivate") return `${name} is deactivated. Reactivate them first.`;
  return `${name} ${notFitting[act]}`;
}
