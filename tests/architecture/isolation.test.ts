import { asSuperuser, resetDatabase } from "../support/database";
import { listTables } from "./catalogue";
import { insiders, outsiders, type Insider } from "./isolation/actors";
import { arrange, as, reach, saying, type Reached, type StoredRow } from "./isolation/attempts";
import { expectations, type Grants } from "./isolation/expectations";
import { tenant } from "./isolation/rows";

const ours = tenant("ours", 1);
const theirs = tenant("theirs", 2);
const mine = ours.organisationId;
const tables = Object.keys(expectations);
const acts = ["sees", "adds", "changes", "removes"] as const;
const nothing: Reached = { sees: [], adds: [], changes: [], removes: [] };

let stored: StoredRow[] = [];

// Foreign keys and triggers would get in the way of touching every row; tricks.test.ts tries those.
const triggers = (state: "ENABLE" | "DISABLE") =>
  asSuperuser(tables.map((table) => `ALTER TABLE ${table} ${state} TRIGGER ALL;`).join(" "));

beforeAll(async () => {
  await resetDatabase();
  stored = [...(await arrange(ours)), ...(await arrange(theirs))];
  await triggers("DISABLE");
}, 60_000);

afterAll(async () => {
  await triggers("ENABLE");
  await resetDatabase();
});

const names = (table: string, grant: Grants[keyof Grants]): string[] => {
  const all = ours.rows.filter((row) => row.table === table).map(({ name }) => name);
  return grant === "all" ? all : all.filter((name) => grant?.includes(name));
};

describe("every table with tenant data", () => {
  it("has its expectations here", async () => {
    const secured = (await listTables()).filter(({ isSecured }) => isSecured).map(({ name }) => name);
    expect(tables.sort()).toEqual(secured);
  });

  it("has rows to try them on", () => {
    expect([...new Set(stored.map(({ table }) => table))].sort()).toEqual(tables);
  });

  it.each(tables)("names only rows that exist in its expectations: %s", (table) => {
    for (const grants of Object.values(expectations[table] ?? {}))
      for (const grant of Object.values(grants))
        if (grant !== "all") expect(names(table, grant)).toHaveLength(grant.length);
  });
});

describe.each(Object.entries(insiders(ours)))("the organisation's own: %s", (kind, actor) => {
  it.each(tables)("reaches of %s what is theirs to reach, and nothing foreign", async (table) => {
    const grants = expectations[table]?.[kind as Insider] ?? {};
    const expected = Object.fromEntries(acts.map((act) => [act, names(table, grants[act])]));
    expect(await reach(as(actor), table, stored, mine)).toEqual(expected);
  });
});

const strangers = [
  ...Object.entries(outsiders(theirs)).map(([name, actor]) => ({ name, run: as(actor), home: theirs })),
  { name: "a connection that says nothing", run: saying({}), home: ours },
];

describe.each(strangers)("a stranger: $name", ({ run, home }) => {
  it.each(tables)("reaches nothing of %s", async (table) => {
    const own = stored.filter(({ organisationId }) => organisationId === mine);
    expect(await reach(run, table, own, home.organisationId)).toEqual(nothing);
  });
});

describe("a connection that names an organisation but no reach", () => {
  it.each(tables)("reaches nothing of %s, but for the name that it gave itself", async (table) => {
    const sees = table === "organisations" ? ["own"] : [];
    const reached = await reach(saying({ organisation_id: mine }), table, stored, mine);
    expect(reached).toEqual({ ...nothing, sees });
  });
});

describe("the system before it knows the organisation", () => {
  const lookups = ["organisations", "staff_users", "tokens", "token_secrets"];
  const anybody = as({ kind: "system", organisationId: "any", reason: "a test" });

  it.each(tables)("reads of %s no more than what is looked up by a unique key", async (table) => {
    const reached = await reach(anybody, table, stored, mine);
    const all = names(table, "all").concat(names(table, "all").map((name) => `foreign ${name}`));
    expect(reached.sees).toEqual(lookups.includes(table) ? all : []);
    expect([...reached.changes, ...reached.removes]).toEqual([]);
    expect(reached.adds).toEqual([]);
  });
});
