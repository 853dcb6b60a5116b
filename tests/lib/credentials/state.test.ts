import { credentialActs, credentialState, fittingActs, type CredentialFacts } from "@/lib/credentials/state";

const now = new Date("2026-11-20T12:00:00Z");
const earlier = new Date("2026-11-20T11:00:00Z");
const later = new Date("2026-11-20T13:00:00Z");

const nothing: CredentialFacts = {
  email: "ana@winslow.example",
  deactivatedAt: null,
  isCompanyClosed: false,
  hasPassword: false,
  temporaryUntil: null,
  invitation: null,
  lock: undefined,
};
const open = { usedAt: null, endedReason: null };
const stateOf = (facts: Partial<CredentialFacts>) => credentialState({ ...nothing, ...facts }, now);
const actsOf = (facts: Partial<CredentialFacts>) => fittingActs({ ...nothing, ...facts }, stateOf(facts));

describe("a contact's credential", () => {
  it.each<[string, Partial<CredentialFacts>, object]>([
    ["none at first", {}, { kind: "none" }],
    [
      "invited until the link runs out",
      { invitation: { ...open, expiresAt: later } },
      { kind: "invited", until: later },
    ],
    [
      "an expired invitation after that",
      { invitation: { ...open, expiresAt: now } },
      { kind: "invitation-expired", until: now },
    ],
    [
      "none when the invitation was cancelled",
      { invitation: { ...open, endedReason: "cancelled", expiresAt: later } },
      { kind: "none" },
    ],
    [
      "a temporary password until it runs out",
      { hasPassword: true, temporaryUntil: later },
      { kind: "temporary", until: later },
    ],
    [
      "an expired temporary password after that",
      { hasPassword: true, temporaryUntil: earlier },
      { kind: "temporary-expired", until: earlier },
    ],
    [
      "invited again after a temporary password ran out",
      { hasPassword: true, temporaryUntil: earlier, invitation: { ...open, expiresAt: later } },
      { kind: "invited", until: later },
    ],
    [
      "active with a password of one's own",
      { hasPassword: true, invitation: { expiresAt: later, usedAt: earlier, endedReason: null } },
      { kind: "active" },
    ],
    ["locked for a while", { hasPassword: true, lock: { until: later } }, { kind: "locked", until: later }],
    ["locked for good", { hasPassword: true, lock: { until: null } }, { kind: "locked", until: null }],
    ["not locked where there is no password to guess", { lock: { until: null } }, { kind: "none" }],
    [
      "deactivated before all else",
      { hasPassword: true, lock: { until: null }, deactivatedAt: earlier },
      { kind: "deactivated" },
    ],
  ])("is %s", (_, facts, expected) => expect(stateOf(facts)).toEqual(expected));

  it("offers acts that fit: no invitation to the active, no reset to the uninvited, no cancelling of nothing", () => {
    expect(actsOf({})).toEqual(["send-activation", "set-temporary-password", "deactivate"]);
    expect(actsOf({ hasPassword: true })).toEqual([
      "send-reset-link",
      "set-temporary-password",
      "deactivate",
    ]);
    expect(actsOf({ invitation: { ...open, expiresAt: later } })).toContain("cancel-activation");
    expect(actsOf({ hasPassword: true, lock: { until: null } })[0]).toBe("unlock");
    expect(actsOf({ deactivatedAt: earlier })).toEqual(["reactivate"]);
  });

  it("offers nothing that opens a door to those without an e-mail or whose company is closed", () => {
    expect(actsOf({ email: null })).toEqual(["deactivate"]);
    expect(actsOf({ hasPassword: true, isCompanyClosed: true })).toEqual(["deactivate"]);
  });

  it("leads by some state to each act", () => {
    const offered = [
      {},
      { hasPassword: true },
      { lock: { until: null }, hasPassword: true },
      { deactivatedAt: now },
      { invitation: { ...open, expiresAt: later } },
    ].flatMap(actsOf);
    expect(new Set(offered)).toEqual(new Set(credentialActs));
  });
});
