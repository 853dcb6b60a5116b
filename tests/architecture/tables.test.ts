import { migrate } from "@/db/migrate";
import { asSuperuser, testDatabase } from "../support/database";
import { listForeignKeys, listIndexes, listPolicies, listTables } from "./catalogue";

/** Tables without an organisation, and why. */
const withoutOrganisation = {
  organisations: "is the tenant itself",
  throttle: "counts attempts per hashed name or address, before anybody is known",
};

/** Tables without row-level security, and why. */
const withoutSecurity = {
  search_words: "a trigram index needs it; yields ids only, and its readers are listed in callers.test.ts",
  throttle: withoutOrganisation.throttle,
};

/** Indexes that do not begin with the organisation, and why. */
const globalIndexes = {
  organisations_pkey: "is the tenant itself",
  organisations_slug_unique: "the address of a portal is looked up before its organisation is known",
  staff_users_email_unique: "staff sign in at one place for all organisations",
  token_secrets_hash: "a link carries nothing but its secret",
  throttle_pkey: withoutOrganisation.throttle,
};

/** What anybody at all may do to a table; a missing word is a promise, such as an audit trail that only grows. */
const commands = {
  access_changes: "INSERT SELECT UPDATE",
  access_endings: "INSERT SELECT",
  access_entries: "INSERT SELECT",
  access_requests: "INSERT SELECT UPDATE",
  access_undos: "INSERT SELECT UPDATE",
  activation_recipients: "INSERT SELECT UPDATE",
  activation_runs: "DELETE INSERT SELECT UPDATE",
  assignments: "DELETE INSERT SELECT UPDATE",
  audit_chain: "INSERT SELECT",
  audit_events: "INSERT SELECT",
  audit_heads: "INSERT SELECT UPDATE",
  audit_unsealed: "DELETE INSERT SELECT",
  audit_verifications: "INSERT SELECT UPDATE",
  code_counters: "INSERT SELECT UPDATE",
  company_events: "DELETE INSERT SELECT",
  companies: "DELETE INSERT SELECT UPDATE",
  contact_group_roles: "DELETE INSERT SELECT",
  contacts: "DELETE INSERT SELECT UPDATE",
  group_roles: "DELETE INSERT SELECT UPDATE",
  import_rows: "DELETE INSERT SELECT",
  import_runs: "ALL",
  staff_recovery_codes: "ALL",
  staff_totp: "ALL",
  logins: "INSERT SELECT UPDATE",
  mail: "INSERT SELECT UPDATE",
  organisation_logos: "DELETE INSERT SELECT",
  organisations: "INSERT SELECT UPDATE",
  past_contact_group_roles: "INSERT SELECT",
  past_group_roles: "INSERT SELECT",
  project_members: "DELETE INSERT SELECT UPDATE",
  projects: "INSERT SELECT UPDATE",
  sessions: "INSERT SELECT UPDATE",
  staff_group_roles: "DELETE INSERT SELECT UPDATE",
  staff_roles: "DELETE INSERT SELECT UPDATE",
  staff_users: "INSERT SELECT UPDATE",
  template_versions: "INSERT SELECT",
  terms_versions: "INSERT SELECT",
  token_secrets: "ALL SELECT",
  tokens: "INSERT SELECT UPDATE",
};

/** Functions that widen the reach while they run and put it back, and why; isolation-tricks.test.ts tries them. */
const furtherLooking = {
  companies_no_cycle: "the way up may lead through companies that the asker cannot see; answers nothing",
  login_out_of_reach: "answers only whether a login serves contacts, none of which the asker sees",
  login_reaches_further: "answers only whether a login also serves contacts that the asker cannot see",
  replace_links_beyond:
    "ends older links of logins that the asker sees, wherever they were sent from; answers nothing",
};

describe("every table", () => {
  it("belongs to an organisation, or is listed with the reason why not", async () => {
    const others = (await listTables()).filter(({ tenant }) => tenant === null).map(({ name }) => name);
    expect(others).toEqual(Object.keys(withoutOrganisation));
  });

  it("names its organisation in each row", async () => {
    const loose = (await listTables()).filter(({ tenant }) => tenant === "null");
    expect(loose).toEqual([]);
  });

  it("is held by row-level security, its owner included, or is listed with the reason why not", async () => {
    const open = (await listTables()).filter(({ isSecured, isForced }) => !isSecured || !isForced);
    expect(open.map(({ name }) => name)).toEqual(Object.keys(withoutSecurity));
  });

  it("has policies for exactly the commands that are listed for it", async () => {
    const found = (await listPolicies()).map(({ table, commands }) => [table, commands.join(" ")]);
    expect(Object.fromEntries(found)).toEqual(commands);
    const secured = (await listTables()).filter(({ isSecured }) => isSecured).map(({ name }) => name);
    expect(found.map(([table]) => table)).toEqual(secured);
  });

  it("has a primary key that begins with the organisation", async () => {
    const keyed = (await listIndexes()).filter(({ isPrimary }) => isPrimary);
    expect(keyed.map(({ table }) => table)).toEqual((await listTables()).map(({ name }) => name));
  });
});

describe("every index", () => {
  it("begins with the organisation, or is listed with the reason why not", async () => {
    const others = (await listIndexes()).filter(({ first }) => first !== "organisation_id");
    expect(others.map(({ name }) => name).sort()).toEqual(Object.keys(globalIndexes).sort());
  });
});

describe("every foreign key", () => {
  it("begins with the organisation on both sides, so that no row can point into another one", async () => {
    const loose = (await listForeignKeys()).filter(
      ({ columns, target, targetColumns }) =>
        columns[0] !== "organisation_id" ||
        targetColumns[0] !== (target === "organisations" ? "id" : "organisation_id"),
    );
    expect(loose).toEqual([]);
  });
});

describe("no way around the policies:", () => {
  it("no view reads with its owner's rights", async () => {
    const views = await asSuperuser(
      `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('v', 'm')
        AND NOT coalesce(reloptions @> '{security_invoker=true}', false)`,
    );
    expect(views).toEqual([]);
  });

  it("no function runs with its owner's rights", async () => {
    const functions = await asSuperuser(
      "SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef",
    );
    expect(functions).toEqual([]);
  });

  it("only listed functions look further than who is asking", async () => {
    const functions = await asSuperuser<{ name: string }>(
      "SELECT proname AS name FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosrc ~ 'set_config' ORDER BY 1",
    );
    expect(functions.map(({ name }) => name)).toEqual(Object.keys(furtherLooking));
  });

  it("no policy is written for a particular role, which another role would slip past", async () => {
    const particular = await asSuperuser(
      "SELECT policyname FROM pg_policies WHERE schemaname = 'public' AND roles <> '{public}'",
    );
    expect(particular).toEqual([]);
  });
});

describe("the application's database user", () => {
  it("owns the tables and is neither superuser nor allowed to bypass row-level security", async () => {
    const owners = new Set((await listTables()).map(({ owner }) => owner));
    expect([...owners]).toEqual([new URL(testDatabase().url).username]);
    const roles = await asSuperuser("SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = ANY ($1)", [
      [...owners],
    ]);
    expect(roles).toEqual([{ rolsuper: false, rolbypassrls: false }]);
  });

  it("is refused, with the remedy, when it could ignore row-level security", async () => {
    const url = new URL(process.env.PORTICO_TEST_SUPERUSER_URL ?? "");
    url.pathname = new URL(testDatabase().url).pathname;
    await expect(migrate(url.href)).rejects.toThrow(
      /The database user "\w+" is a superuser or has BYPASSRLS.*CREATE ROLE portico/,
    );
  });
});
