import type { Lock } from "@/lib/throttle/attempts";

/** The newest invitation of a login, as far as it says how its credential stands. */
export type Invitation = { expiresAt: Date; usedAt: Date | null; endedReason: string | null };

/** What decides how a contact's credential stands. */
export type CredentialFacts = {
  email: string | null;
  deactivatedAt: Date | null;
  isCompanyClosed: boolean;
  hasPassword: boolean;
  temporaryUntil: Date | null;
  invitation: Invitation | null;
  lock: Lock | undefined;
};

/** How a contact's credential stands; `until` is when an invitation, a temporary password or a lock ends or ended. */
export type CredentialState =
  | { kind: "none" | "active" | "deactivated" }
  | { kind: "invited" | "invitation-expired" | "temporary" | "temporary-expired"; until: Date }
  | { kind: "locked"; until: Date | null };

/** What staff can do about a contact's credential. */
export const credentialActs = [
  "send-activation",
  "cancel-activation",
  "set-temporary-password",
  "send-reset-link",
  "unlock",
  "deactivate",
  "reactivate",
] as const;

export type CredentialAct = (typeof credentialActs)[number];

/** How a credential stands at `now`. An invitation outranks a temporary password that has run out. */
export function credentialState(facts: CredentialFacts, now: Date): CredentialState {
  if (facts.deactivatedAt) return { kind: "deactivated" };
  if (facts.hasPassword && facts.lock) return { kind: "locked", until: facts.lock.until };
  if (facts.hasPassword && !facts.temporaryUntil) return { kind: "active" };
  if (facts.temporaryUntil && facts.temporaryUntil > now)
    return { kind: "temporary", until: facts.temporaryUntil };
  return invited(facts.invitation, now) ?? expired(facts) ?? { kind: "none" };
}

const isOpen = (invitation: Invitation | null): invitation is Invitation =>
  invitation !== null && !invitation.usedAt && !invitation.endedReason;

function invited(invitation: Invitation | null, now: Date): CredentialState | undefined {
  if (!isOpen(invitation) || invitation.expiresAt <= now) return undefined;
  return { kind: "invited", until: invitation.expiresAt };
}

function expired({ temporaryUntil, invitation }: CredentialFacts): CredentialState | undefined {
  if (temporaryUntil) return { kind: "temporary-expired", until: temporaryUntil };
  return isOpen(invitation) ? { kind: "invitation-expired", until: invitation.expiresAt } : undefined;
}

const actsOf: Record<CredentialState["kind"], readonly CredentialAct[]> = {
  none: ["send-activation", "set-temporary-password", "deactivate"],
  invited: ["send-activation", "cancel-activation", "set-temporary-password", "deactivate"],
  "invitation-expired": ["send-activation", "cancel-activation", "set-temporary-password", "deactivate"],
  temporary: ["set-temporary-password", "send-reset-link", "send-activation", "deactivate"],
  "temporary-expired": ["send-activation", "set-temporary-password", "send-reset-link", "deactivate"],
  active: ["send-reset-link", "set-temporary-password", "deactivate"],
  locked: ["unlock", "send-reset-link", "set-temporary-password", "deactivate"],
  deactivated: ["reactivate"],
};

/** The acts that fit a credential, the likeliest first. */
export function fittingActs(facts: CredentialFacts, state: CredentialState): CredentialAct[] {
  return actsOf[state.kind].filter(
    (act) => act === "deactivate" || act === "reactivate" || (facts.email !== null && !facts.isCompanyClosed),
  );
}
