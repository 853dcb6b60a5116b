import fc from "fast-check";
import type { StaffActor } from "@/db/actor";
import { asActor, asSystem } from "@/db/as-actor";
import { assignments, companies } from "@/db/schema";
import { findEvent } from "@/lib/audit/find-event";
import { listEvents } from "@/lib/audit/list-events";
import { everything, readAuditList, type AuditQuery } from "@/lib/audit/list-input";
import { namesOf, suggest } from "@/lib/audit/suggest";
import { csvDownload } from "@/lib/exports/csv-download";
import { exportAudit } from "@/lib/exports/export-audit";
import { newId } from "@/lib/platform/ids";
import { asSuperuser, resetDatabase } from "../../support/database";
import { somePeople, type People } from "../../support/people";

jest.setTimeout(60_000);

type Row = {
  id: string;
  at: string;
  actor: string | null;
  act: string;
  company: string | null;
  contact: string | null;
  subject: string;
};

let people: People;
let other: string;
let rows: Row[];
const timeZone = "Europe/London";
const acts = ["company.updated", "contact.added", "contact.changed", "mail.resent"];

// Few moments, so that many events share one, as an import's do.
const moments = [
  "2026-03-28 23:30:00",
  "2026-03-29 00:59:59.999999",
  "2026-03-29 01:00:00",
  "2026-06-01 12:00:00.000001",
];

beforeAll(async () => {
  await resetDatabase();
  people = await somePeople();
  await somePeople("another");
  const { organisationId, staff, companyId, contactId } = people;
  other = newId();
  await asSystem("a test", organisationId, (tx) =>
    tx
      .insert(companies)
      .values({ organisationId, id: other, kind: "supplier", code: "TARN", name: "Tarn Hollow" }),
  );
  const pick = <T>(values: readonly T[], at: number): T => values[at % values.length] as T;
  rows = Array.from({ length: 240 }, (_, at) => ({
    id: newId(),
    at: `${pick(moments, at * 7)}+00`,
    actor: pick([staff.staffId, staff.staffId, contactId, null], Math.floor(at / 3)),
    act: pick(acts, at * 5 + Math.floor(at / 8)),
    company: pick([companyId, other, null], Math.floor(at / 2)),
    contact: pick([contactId, null], at),
    subject: pick(["Parkway", "=Blüte & Co", "order"], at),
  }));
  await asSuperuser(
    `INSERT INTO audit_events (organisation_id, id, at, actor_kind, actor_id, actor_name, act, company_id, contact_id, subject, after)
     SELECT $1, id, at, CASE WHEN actor IS NULL THEN 'system' ELSE 'staff' END, actor, 'Somebody', act, company, contact, subject, '{"name": "=1+1"}'
     FROM jsonb_to_recordset($2::jsonb) AS e(id uuid, at timestamptz, actor uuid, act text, company uuid, contact uuid, subject text)`,
    [organisationId, JSON.stringify(rows)],
  );
});

const boss = () => people.staff;
const list = (query: Partial<AuditQuery>, actor: StaffActor = boss(), size = 1_000) =>
  asActor(actor, (tx) => listEvents(tx, { actor, timeZone }, { ...everything, ...query }, size));
const ids = async (query: Partial<AuditQuery>, actor?: StaffActor) =>
  (await list(query, actor)).rows.map(({ id }) => id);

const newest = (fits: (row: Row) => boolean) =>
  rows
    .filter(fits)
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? 1 : -1))
    .map(({ id }) => id);

// British clocks go forward on 29 March 2026 at 01:00 UTC.
const inRange = ({ at }: Row, from: string, to: string) =>
  (!from || at >= `${from.replace("T", " ")}:00+00`) && (!to || at < `${to.replace("T", " ")}:59.9999999+00`);

it("finds what the filters say and nothing else, the latest first, whichever way is taken through the indexes", async () => {
  const { companyId, contactId, staff } = people;
  const filter = fc.record({
    by: fc.constantFrom("", staff.staffId, contactId, "system"),
    company: fc.constantFrom("", companyId, other),
    contact: fc.constantFrom("", contactId),
    act: fc.constantFrom("", "contact", "contact.added", "mail.resent", "organisation"),
    from: fc.constantFrom("", "2026-03-29T00:59"),
    to: fc.constantFrom("", "2026-03-29T00:59"),
    q: fc.constantFrom("", "park", "blüte co"),
  });
  const fits =
    ({ by, company, contact, act, from, to, q }: AuditQuery) =>
    (row: Row) =>
      (!by || row.actor === (by === "system" ? null : by)) &&
      (!company || row.company === company) &&
      (!contact || row.contact === contact) &&
      (!act || row.act === act || row.act.startsWith(`${act}.`)) &&
      inRange(row, from, to) &&
      (!q || q.split(" ").every((word) => `somebody ${row.subject}`.toLowerCase().includes(word)));
  await fc.assert(
    fc.asyncProperty(filter, async (query) => {
      const found = await ids(query);
      const exact = newest(fits({ ...everything, ...query }));
      // A search also finds what concerns the company of that name.
      if (query.q) expect(found).toEqual(expect.arrayContaining(exact));
      else expect(found).toEqual(exact);
    }),
    { numRuns: 60 },
  );
});

it("finds by the name of a company what its words alone would not", async () => {
  expect((await ids({ q: "tarn" })).sort()).toEqual(newest(({ company }) => company === other).sort());
  expect(await ids({ q: "zzzz" })).toEqual([]);
});

it("pages through events of one moment without losing or repeating one, and back", async () => {
  for (const query of [{}, { by: people.staff.staffId }, { act: "contact" }] as Partial<AuditQuery>[]) {
    const all = await ids(query);
    const seen: string[] = [];
    let page: string | undefined;
    let last = await list(query, boss(), 17);
    do {
      last = await list({ ...query, page }, boss(), 17);
      seen.push(...last.rows.map(({ id }) => id));
      page = last.older;
    } while (page);
    expect(seen).toEqual(all);
    const before = await list({ ...query, page: last.newer }, boss(), 17);
    expect(before.rows.map(({ id }) => id)).toEqual(all.slice(-17 - last.rows.length, -last.rows.length));
  }
});

describe("staff limited to some companies", () => {
  const limited = (): StaffActor => ({ ...boss(), staffId: newId(), reach: "assigned" });

  it("see, count, open and export only what was done there, and what they did themselves at no company", async () => {
    const actor = { ...limited(), staffId: people.staff.staffId };
    const { organisationId } = people;
    await asSystem("a test", organisationId, (tx) =>
      tx
        .insert(assignments)
        .values({ organisationId, staffId: actor.staffId, companyId: other, level: "member" }),
    );
    const theirs = (row: Row) =>
      row.company === other || (row.actor === actor.staffId && row.company === null);
    expect(await ids({}, actor)).toEqual(newest(theirs));
    expect(await ids({ act: "contact" }, actor)).toEqual(
      newest((row) => theirs(row) && row.act.startsWith("contact.")),
    );
    expect(await ids({ company: people.companyId, by: "system" }, actor)).toEqual([]);
    const foreign = newest((row) => !theirs(row))[0] ?? "";
    await expect(asActor(actor, (tx) => findEvent(tx, foreign))).rejects.toMatchObject({ code: "not-found" });
    expect(await ids({}, limited())).toEqual([]);
  });
});

it("offers staff, Portico, companies and contacts by a part of their name, and names what is chosen", async () => {
  const labels = async (what: "by" | "company" | "contact", typed: string) =>
    (await asActor(boss(), (tx) => suggest(tx, what, typed))).map(({ label }) => label);
  expect(await labels("by", "cle")).toEqual(["Clerk"]);
  expect(await labels("by", "portico")).toEqual(["Portico itself"]);
  expect(await labels("by", "ana")).toEqual(["Ana Trujillo"]);
  expect(await labels("company", "tarn")).toEqual(["Tarn Hollow"]);
  expect(await labels("contact", "")).toEqual(["Ana Trujillo"]);
  const chosen = { ...everything, by: people.contactId, company: other, contact: newId() };
  const names = await asActor(boss(), (tx) => namesOf(tx, chosen));
  expect([names.by?.label, names.company?.label, names.contact?.label]).toEqual([
    "Ana Trujillo",
    "Tarn Hollow",
    "Somebody or something that is gone",
  ]);
});

it("leaves out of an address whatever it does not know", () => {
  const nonsense = {
    by: "' OR 1",
    company: "x",
    contact: "1",
    act: "../etc",
    from: "2026-02-30T10:00",
    to: "0000-01-01T00:00",
    q: "\u0000",
    page: "",
  };
  expect(readAuditList(nonsense)).toEqual({ ...everything, page: undefined });
  const from = "2026-03-29T00:59";
  expect(readAuditList({ from, by: "system", act: "group-role" })).toMatchObject({
    from,
    by: "system",
    act: "group-role",
  });
});

it("a list that is exported holds what is shown, and no cell that a spreadsheet would run", async () => {
  const words = {
    kinds: { staff: "Staff", contact: "Contact", system: "Portico" },
    changes: () => [{ name: "Name", before: "", after: "=1+1" }],
    timeZone,
  };
  const csv = csvDownload("audit.csv", exportAudit(boss(), { ...everything, company: other }, words));
  const lines = (await csv.text()).trim().split("\r\n");
  expect(lines).toHaveLength(1 + newest(({ company }) => company === other).length);
  expect(lines[0]).toContain("When,Who,Kind,What,About");
  expect(lines.slice(1).join("\n")).not.toMatch(/(^|,)"?[=+@]/m);
  expect(lines.some((line) => line.includes("TARN") && line.includes("Tarn Hollow"))).toBe(true);
});
