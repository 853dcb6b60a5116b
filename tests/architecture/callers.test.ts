import { listSources } from "./sources";

/** Who acts as the application itself, and why nobody else could. */
const asSystem = {
  "bin/operator/import-file.ts": "looks up as whom an operator imports, and then works as them",
  "lib/access-requests/request-access.ts":
    "staff who see no company may write to administrators about that, and about nothing else",
  "lib/activity/forget-activity.ts": "the worker removes what is old on nobody's behalf",
  "lib/access/tell-endings.ts": "the worker tells contacts what a staff user decided long before",
  "lib/activations/work-on-run.ts":
    "the worker asks what the roles of whoever started a sending are now, to go on as them",
  "lib/audit/seal-chain.ts": "the worker seals what everybody wrote, on nobody's behalf",
  "lib/audit/verification.ts":
    "the worker looks over every organisation's trail at night, and notes what it found",
  "lib/audit/verify-chain.ts": "what nobody may touch is gone through whole, whoever asked",
  "lib/auth/contact-session.ts": "whose session it is, is known only once it is loaded",
  "lib/auth/staff-session.ts": "whose session it is, is known only once it is loaded",
  "lib/companies/assign-many.ts": "staff of limited reach see no colleague, and cannot assign themselves",
  "lib/companies/change-assignments.ts":
    "staff of limited reach see no colleague, and cannot assign themselves",
  "lib/credentials/activate-login.ts": "a link is the right to set a password, without a session",
  "lib/credentials/change-own-password.ts":
    "ends the login's sessions also where its contact of the moment does not reach",
  "lib/credentials/continue-activation.ts": "notes that a link was opened, before anybody has signed in",
  "lib/credentials/open-link.ts": "a link carries nothing but its secret",
  "lib/credentials/request-way-in.ts": "whoever forgot a password is not signed in",
  "lib/credentials/reset-contact-password.ts": "a link is the right to set a password, without a session",
  "lib/credentials/send-way-in.ts": "the worker answers whoever asked for a way in",
  "lib/credentials/sign-in-contact.ts": "signing in comes before being known",
  "lib/demo/load-demo.ts": "fills an empty database before anybody is there",
  "lib/imports/claim-run.ts":
    "the worker asks what the roles of whoever started an import are now, to go on as them",
  "lib/mail/claim.ts": "the worker sends on nobody's behalf",
  "lib/mail/record-outcomes.ts": "the worker notes what the mail server said",
  "lib/organisations/found-organisation.ts": "an operator has no session, and nobody is there yet",
  "lib/organisations/queries.ts": "a portal is found by its address before anybody has signed in",
  "lib/organisations/set-up.ts": "on a bare database there is nobody yet",
  "lib/projects/set-member.ts": "staff of limited reach do not see who else may see a company",
  "lib/staff/activate-staff.ts": "an invitation is the right to set a password, without a session",
  "lib/staff/demand-own-password.ts":
    "reads the password hash of whoever asks, which no page of theirs is given",
  "lib/staff/fresh-staff-link.ts": "a link carries nothing but its secret",
  "lib/staff/open-staff-link.ts": "a link carries nothing but its secret",
  "lib/staff/by-operator.ts": "an operator has no session, and lets in who has none either",
  "lib/staff/pass-second-factor.ts": "signing in comes before being known",
  "lib/staff/request-staff-reset.ts": "whoever forgot a password is not signed in",
  "lib/staff/set-staff-password.ts": "a link is the right to set a password, without a session",
  "lib/staff/sign-in-staff.ts": "signing in comes before being known",
  "lib/tokens/find-token.ts": "a link carries nothing but its secret",
};

/** Who reads or names the search words, which row-level security does not hold. */
const searchWords = {
  "lib/imports/statistics.ts": "has PostgreSQL count them after a large import, and reads none",
  "lib/search/matching-ids.ts": "yields ids only, of the organisation that is set",
};

/** Who speaks to the database without saying who asks. */
const connections = {
  "lib/health/check-health.ts": "counts the migrations that were applied",
  "lib/mail/refresh-statistics.ts": "has PostgreSQL count rows for its planner; reads none",
  "lib/throttle/throttle.ts": "counts attempts before anybody is known",
  "lib/worker/presence.ts": "holds a lock by which others know that this worker lives",
  "lib/worker/runners.ts": "is graphile-worker's own pool, for its own tables",
  "lib/worker/server-parts.ts": "asks what the database user may do, before serving anybody",
};

/** The application's files that `pattern` is found in; db itself and its schema stand below this. */
function callers(pattern: RegExp): string[] {
  const sources = ["app", "bin", "components", "lib"].flatMap((folder) => listSources(folder));
  return sources
    .filter(({ text }) => pattern.test(text))
    .map(({ path }) => path)
    .sort();
}

describe("only those who are listed, each with a reason,", () => {
  it("act as the system", () => {
    expect(callers(/\basSystem(AtOnce)?\b/)).toEqual(Object.keys(asSystem).sort());
  });

  it("name the search words", () => {
    expect(callers(/\bsearchWords\b|\bsearch_words\b/)).toEqual(Object.keys(searchWords).sort());
  });

  it("use a connection without an actor", () => {
    expect(callers(/\bpool\(\)\.|\(pool\(\)|new (pg\.)?(Pool|Client)\(/)).toEqual(
      Object.keys(connections).sort(),
    );
  });
});

describe("nobody", () => {
  it("says who is asking except asActor", () => {
    expect(
      callers(/\bset_config\b|\bset\s+(local|session)\b|app\.(reach|organisation_id|company_ids)\b/i),
    ).toEqual([]);
  });

  it("makes up a system actor without asSystem and its reason", () => {
    expect(callers(/kind: "system"/)).toEqual([]);
  });
});
