import type { StaffActor } from "@/db/actor";
import { assignMany } from "@/lib/companies/assign-many";
import { assignManyInput, type AssignedMany } from "@/lib/companies/assign-many-input";
import { assignStaff } from "@/lib/companies/assign-staff";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople } from "@/tests/support/people";
import { assign, colleague, create } from "./support";

let ada: StaffActor;
let bo: StaffActor;
let cy: StaffActor;
let ids: string[];

beforeEach(async () => {
  await resetDatabase();
  ada = (await somePeople()).staff;
  bo = await colleague(ada, "administered");
  cy = await colleague(ada, "administered");
  ids = [];
  for (const name of ["Acme", "Acorn", "Bolt"]) ids.push((await create(ada, { name })).id);
});

const emailOf = ({ staffId }: StaffActor) =>
  staffId === ada.staffId ? "clerk@winslow.example" : `${staffId}@x.example`;
const emailsOf = (people: StaffActor[]) => people.map(emailOf).join(", ");

type Asked = {
  to?: StaffActor[];
  emails?: string;
  level?: string;
  typed?: string;
  expected?: string;
} & Partial<Record<"of" | "filter" | "kind", string>> & { companyIds?: string[] };

/** What a form would send: the rows chosen unless a filter is given. */
const ask = (by: StaffActor, { to = [bo], level = "member", ...asked }: Asked = {}) =>
  assignMany(
    { actor: by },
    assignManyInput.parse({
      ...{ kind: "customer", of: asked.filter ? "filter" : "chosen", companyIds: ids },
      ...{ emails: emailsOf(to), level, ...asked },
    }),
  );

/** Asks, and saves what was shown. */
async function save(by: StaffActor, asked: Asked = {}): Promise<AssignedMany> {
  const { plan } = await ask(by, asked);
  return ask(by, { ...asked, expected: plan.expected });
}

const stored = async () =>
  (
    await asSuperuser<{ line: string }>(
      `SELECT c.name || ' ' || CASE a.staff_id WHEN $1 THEN 'ada' WHEN $2 THEN 'bo' ELSE 'cy' END || ' ' || a.level AS line
       FROM assignments a JOIN companies c ON c.id = a.company_id ORDER BY 1`,
      [ada.staffId, bo.staffId],
    )
  ).map(({ line }) => line);
const events = () =>
  asSuperuser<{ act: string; name: string; before: string; after: string }>(
    `SELECT e.act, c.name, e.before ->> 'level' AS before, e.after ->> 'level' AS after
     FROM audit_events e JOIN companies c ON c.id = e.company_id WHERE e.act LIKE 'company.%ssign%' ORDER BY e.act, c.name`,
  );

describe("assigning a colleague to many companies", () => {
  it("first says what would change and saves nothing, then saves exactly that", async () => {
    await assign(bo, ids[0] ?? "");
    await assign(bo, ids[1] ?? "", "administrator");
    const before = await stored();
    const shown = await ask(ada);
    expect(shown.isSaved).toBe(false);
    expect(shown.plan).toMatchObject({ chosen: 3, changing: 2, same: 1, unseen: 0, notAdministered: 0 });
    expect(shown.plan.colleagues).toMatchObject([
      { name: "Bo", counts: { added: 1, changed: 1, same: 1, removed: 0 } },
    ]);
    expect(await stored()).toEqual(before);
    expect(await events()).toEqual([]);

    const saved = await ask(ada, { expected: shown.plan.expected });
    expect(saved).toEqual({ ...shown, isSaved: true });
    expect(await stored()).toEqual([
      "Acme ada administrator",
      "Acme bo member",
      "Acorn ada administrator",
      "Acorn bo member",
      "Bolt ada administrator",
      "Bolt bo member",
    ]);
    expect(await events()).toEqual([
      { act: "company.assigned", name: "Bolt", before: "none", after: "member" },
      { act: "company.assignment-changed", name: "Acorn", before: "administrator", after: "member" },
    ]);
  });

  it("takes several colleagues at once, and takes their access away again", async () => {
    const { plan } = await save(ada, { to: [bo, cy], level: "administrator" });
    expect(plan).toMatchObject({
      changing: 3,
      colleagues: [{ counts: { added: 3 } }, { counts: { added: 3 } }],
    });
    expect(await stored()).toHaveLength(9);
    const removed = await save(bo, { to: [ada, bo, cy], level: "none", companyIds: ids.slice(0, 1) });
    expect(removed.plan).toMatchObject({ changing: 0, lastAdministrator: 1 });
    await save(bo, { to: [ada, cy], level: "none" });
    expect(await stored()).toEqual([
      "Acme bo administrator",
      "Acorn bo administrator",
      "Bolt bo administrator",
    ]);
  });

  it("reaches all that the grid shows by its filter, and nothing else", async () => {
    await create(ada, { name: "Acropolis", status: "closed", statusReason: "Sold" });
    await create(ada, { name: "Ace Supplies", kind: "supplier" });
    const { plan } = await save(ada, { filter: "?q=ac", companyIds: [] });
    expect(plan).toMatchObject({ chosen: 2, changing: 2 });
    expect((await stored()).filter((line) => line.includes(" bo "))).toEqual([
      "Acme bo member",
      "Acorn bo member",
    ]);
    expect((await ask(ada, { filter: "?q=ac&status=all", companyIds: [] })).plan).toMatchObject({
      ...{ chosen: 3, changing: 1, same: 2 },
    });
    await expect(ask(ada, { filter: "?q=nowhere" })).rejects.toMatchObject({ code: "conflict" });
  });

  it("tells the activity log of each company, at its log level", async () => {
    await asSuperuser("UPDATE companies SET log_level = 'error' WHERE id = $1", [ids[2]]);
    await save(ada);
    await assignStaff({ actor: ada }, { companyId: ids[0] ?? "", email: emailOf(bo), level: "none" });
    expect(
      await asSuperuser(
        "SELECT company_id, message FROM company_events ORDER BY message DESC, company_id = $1 DESC",
        [ids[0]],
      ),
    ).toEqual([
      { company_id: ids[0], message: "Clerk took the access of a colleague away" },
      { company_id: ids[0], message: "Clerk granted a colleague access as member" },
      { company_id: ids[1], message: "Clerk granted a colleague access as member" },
    ]);
  });
});

describe("who may", () => {
  const administered = () => ({ ...ada, reach: "administered" as const });

  it("are administrators, in the companies that they administer; the others are skipped and counted", async () => {
    await assign(bo, ids[0] ?? "", "administrator");
    await assign(bo, ids[1] ?? "");
    const foreign = (await somePeople("other")).companyId;
    const companyIds = [...ids, foreign, "01990000-0000-7000-8000-00000000dead"];
    const { plan } = await save(bo, { to: [cy], companyIds });
    expect(plan).toMatchObject({ chosen: 5, changing: 1, notAdministered: 1, unseen: 3 });
    expect((await stored()).filter((line) => line.includes(" cy "))).toEqual(["Acme cy member"]);
    expect((await ask(administered(), { to: [cy], companyIds })).plan).toMatchObject({
      ...{ changing: 2, same: 1, unseen: 2 },
    });
  });

  it("are nobody else, who learns neither of companies nor of colleagues", async () => {
    const refused = { code: "not-found", message: expect.stringContaining("not an administrator of any") };
    await assign(cy, ids[0] ?? "");
    for (const by of [bo, cy, (await somePeople("other")).staff]) {
      await expect(ask(by, { to: [by], level: "administrator" })).rejects.toMatchObject(refused);
      await expect(ask(by, { emails: "nobody@x.example", expected: "member 3 1" })).rejects.toMatchObject(
        refused,
      );
    }
    expect(await events()).toEqual([]);
  });

  it("see more than they administer when their roles say so", async () => {
    await assign(bo, ids[0] ?? "", "administrator");
    const viewer = { ...bo, roles: ["companyView"] };
    const { plan } = await save(viewer, { to: [cy], filter: "?q=ac" });
    expect(plan).toMatchObject({ chosen: 2, changing: 1, notAdministered: 1, unseen: 0 });
  });
});

describe("the last administrator", () => {
  it("stays where nobody else administers the company, and the others change", async () => {
    await assign(bo, ids[0] ?? "", "administrator");
    for (const level of ["member", "none"])
      expect((await ask(ada, { to: [ada], level })).plan).toMatchObject({
        changing: 1,
        lastAdministrator: 2,
      });
    await save(ada, { to: [ada], level: "none" });
    expect(await stored()).toEqual([
      "Acme bo administrator",
      "Acorn ada administrator",
      "Bolt ada administrator",
    ]);
  });

  it("stays also when two remove each other everywhere at once", async () => {
    await save(ada, { level: "administrator" });
    const [one, other] = await Promise.all([
      ask(ada, { to: [ada], level: "none" }),
      ask(bo, { to: [bo], level: "none" }),
    ]);
    const outcomes = await Promise.allSettled([
      ask(
        { ...ada, reach: "administered" },
        { to: [bo], level: "none", expected: (await ask(ada, { level: "none" })).plan.expected },
      ),
      ask(bo, { to: [ada], level: "none", expected: one.plan.expected }),
    ]);
    expect(other.plan.changing).toBe(3);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await stored()).toHaveLength(3);
  });

  it("stays also when one company loses the other by itself at that moment", async () => {
    await save(ada, { level: "administrator" });
    const { plan } = await ask(ada, { to: [ada], level: "none" });
    const outcomes = await Promise.allSettled([
      ask(ada, { to: [ada], level: "none", expected: plan.expected }),
      assignStaff({ actor: ada }, { companyId: ids[1] ?? "", email: emailOf(bo), level: "none" }),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await asSuperuser("SELECT 1 FROM assignments WHERE company_id = $1", [ids[1]])).toHaveLength(1);
  });
});

describe("what was shown", () => {
  it("is all that is saved: anything else is refused with the new numbers", async () => {
    const { plan } = await ask(ada);
    await assign(bo, ids[0] ?? "");
    const before = await stored();
    await expect(ask(ada, { expected: plan.expected })).rejects.toMatchObject({
      code: "stale",
      details: { plan: { changing: 2, same: 1 } },
    });
    await expect(ask(ada, { level: "administrator", expected: plan.expected })).rejects.toMatchObject({
      code: "stale",
    });
    expect(await stored()).toEqual(before);
    expect(await events()).toEqual([]);
  });

  it("is saved once, however often it is sent", async () => {
    const { plan } = await ask(ada);
    const outcomes = await Promise.allSettled([
      ask(ada, { expected: plan.expected }),
      ask(ada, { expected: plan.expected }),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await events()).toHaveLength(3);
  });
});

describe("colleagues", () => {
  it("are those who work here, each named when unknown; who left can still lose access", async () => {
    await save(ada, { to: [bo] });
    await asSuperuser("UPDATE staff_users SET deactivated_at = now() WHERE id = $1", [bo.staffId]);
    await somePeople("other");
    await expect(ask(ada, { emails: `clerk@other.example ${emailsOf([bo, cy])}` })).rejects.toMatchObject({
      code: "invalid",
      fields: { emails: expect.stringMatching(/clerk@other\.example, .*Ask an administrator/) },
    });
    expect((await save(ada, { to: [bo], level: "none" })).plan).toMatchObject({ changing: 3 });
  });
});

describe("many thousands of companies", () => {
  const COMPANIES = 3_000;

  it("are changed by a filter at once, and the number is typed before so much is taken away", async () => {
    await asSuperuser(
      `INSERT INTO companies (organisation_id, id, kind, code, name, log_level)
       SELECT $1, gen_random_uuid(), 'supplier', 'S' || n, 'Supplier ' || n, CASE WHEN n % 2 = 0 THEN 'off' ELSE 'information' END
       FROM generate_series(1, ${COMPANIES}) AS n`,
      [ada.organisationId],
    );
    const all = { kind: "supplier", filter: "?", to: [bo, cy] };
    expect((await save(ada, all)).plan).toMatchObject({
      chosen: COMPANIES,
      changing: COMPANIES,
      mustType: null,
    });
    expect(await asSuperuser("SELECT count(*)::int AS n FROM company_events")).toEqual([{ n: COMPANIES }]);

    const { plan } = await ask(ada, { ...all, level: "none" });
    expect(plan.mustType).toBe(2 * COMPANIES);
    const removing = { ...all, level: "none", expected: plan.expected };
    for (const typed of ["", "3000", "yes"])
      await expect(ask(ada, { ...removing, typed })).rejects.toMatchObject({
        ...{ code: "invalid", fields: { typed: expect.any(String) }, details: { plan } },
      });
    expect(
      await asSuperuser("SELECT count(*)::int AS n FROM audit_events WHERE act = 'company.unassigned'"),
    ).toEqual([{ n: 0 }]);
    await ask(ada, { ...removing, typed: "6,000" });
    expect(
      await asSuperuser("SELECT count(*)::int AS n FROM audit_events WHERE act = 'company.unassigned'"),
    ).toEqual([{ n: 2 * COMPANIES }]);
  });
});

describe("input that no form sends", () => {
  const good = {
    kind: "customer",
    of: "chosen",
    companyIds: ["01990000-0000-7000-8000-00000000dead"],
    emails: "a@x.example",
    level: "member",
  };
  const id = good.companyIds[0];

  it.each([
    ["no companies", { companyIds: [] }],
    ["too many companies", { companyIds: Array.from({ length: 101 }, () => id) }],
    ["no id", { companyIds: ["'; DROP TABLE companies; --"] }],
    ["a filter that is none", { of: "filter", filter: "status=all" }],
    ["a filter that is missing", { of: "filter" }],
    ["a filter that is too long", { of: "filter", filter: `?q=${"x".repeat(2_000)}` }],
    ["no colleague", { emails: " , ;" }],
    ["something that is no address", { emails: "a@x.example, Bo" }],
    ["too many colleagues", { emails: Array.from({ length: 21 }, (_, n) => `a${n}@x.example`).join(" ") }],
    ["an unknown level", { level: "owner" }],
    ["an unknown kind", { kind: "person" }],
  ])("is refused: %s", (_, wrong) => {
    expect(assignManyInput.safeParse({ ...good, ...wrong }).success).toBe(false);
    expect(assignManyInput.safeParse(good).success).toBe(true);
  });

  it("names each address that is none, at the field", () => {
    const { error } = assignManyInput.safeParse({ ...good, emails: "a@x.example, Bo" });
    expect(error?.issues).toMatchObject([{ path: ["emails"], message: expect.stringContaining("“Bo”") }]);
  });
});
