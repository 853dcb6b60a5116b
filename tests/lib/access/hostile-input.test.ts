import { asActor } from "@/db/as-actor";
import { coveredBy } from "@/lib/access/coverage";
import { readChanges } from "@/lib/access/changes-input";
import { listChanges } from "@/lib/access/list-changes";
import { listAccessContacts } from "@/lib/access/list-access-contacts";
import { listAccessCompanies } from "@/lib/access/list-access-companies";
import { listWho } from "@/lib/access/list-who";
import { readAccessAddress } from "@/lib/access/access-address";
import { readWho } from "@/lib/access/who-input";
import { measureOperation } from "@/lib/access/measure-operation";
import { coverageInput, measureInput, saveChangeInput } from "@/lib/access/operations";
import { writeCursor } from "@/lib/paging/keyset";
import { newId } from "@/lib/platform/ids";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";
import {
  addColleague,
  addCompany,
  basisOf,
  companies,
  contact,
  disable,
  enable,
  everyone,
  filter,
  save,
  tree,
  undo,
  written,
} from "./arrange";

let people: People;

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
});

const reader = { locale: "en-GB", timeZone: "UTC" };
const input = (operations: object[], basis: object = { changeId: 0, at: new Date(), snapshot: "1:1:" }) => ({
  ...{ audience: "customer", operations, basis },
});

describe("what no screen sends", () => {
  it("is refused before the database is asked: what it could not store, and moments that it does not know", () => {
    const fits = (value: object) => saveChangeInput.safeParse(value).success;
    expect(fits(input([enable("invoices", filter({ q: "a" }))]))).toBe(true);
    expect(fits(input([enable("invoices", filter({ q: "a\u0000b" }))]))).toBe(false);
    const one = [enable("invoices", everyone)];
    expect(fits(input(one, { changeId: 0, at: new Date(-8.64e15), snapshot: "1:1:" }))).toBe(false);
    for (const snapshot of ["", "1", "2:1:", "0:0:", "1:3:5", "1:9:3,2", "1:1:'", `1:${"9".repeat(30)}:`])
      expect(fits(input(one, { changeId: 0, at: new Date(), snapshot }))).toBe(false);
    for (const changeId of [-1, 1.5, NaN, Infinity, "1", null, 2 ** 60])
      expect(fits(input(one, { changeId, at: new Date(), snapshot: "1:1:" }))).toBe(false);
    expect(fits(input([enable("__proto__", everyone)]))).toBe(false);
    expect(fits(input([enable("constructor", everyone)]))).toBe(false);
  });

  it("does not get past what others changed by naming a change or a moment that is still to come", async () => {
    const { staff, contactId } = people;
    const grace = await addColleague(people, "Grace");
    const known = await basisOf(staff);
    const { changeId } = await save(grace, [disable("invoices", contact(contactId))]);
    const mine = [enable("invoices", contact(contactId))];
    const later = new Date(Date.now() + 86_400_000);
    const met = { code: "conflict", details: { kind: "access-met" } };
    await expect(save(staff, mine, { basis: { ...known, changeId: 99 } })).rejects.toMatchObject(met);
    const ahead = { ...known, snapshot: "900000000000:900000000000:" };
    await expect(save(staff, mine, { basis: { ...ahead, changeId: 0 } })).rejects.toMatchObject(met);
    await undo(grace, changeId);
    const past = { ...known, changeId, at: later };
    await expect(save(staff, mine, { basis: past })).resolves.toBeDefined();
    await expect(save(staff, mine, { basis: { ...known, changeId: 2, at: later } })).rejects.toMatchObject(
      met,
    );
  });

  it("is refused as a whole when a change would be larger than anybody can wait for", async () => {
    const { staff, companyId } = people;
    await asSuperuser(
      `INSERT INTO companies (organisation_id, id, kind, code, name, parent_id)
        SELECT $1, gen_random_uuid(), 'customer', 'S' || n, 'Site ' || n, $2 FROM generate_series(1, 200) n`,
      [people.organisationId, companyId],
    );
    const before = await written();
    const filters = Array.from({ length: 21 }, () => enable("invoices", filter({})));
    await expect(save(staff, filters)).rejects.toMatchObject({
      code: "invalid",
      details: { kind: "access-invalid", operations: [20] },
    });
    await expect(
      save(
        staff,
        Array.from({ length: 500 }, () => enable("full", tree(companyId))),
      ),
    ).rejects.toMatchObject({ code: "invalid", details: { kind: "access-invalid" } });
    expect(await written()).toEqual(before);
  });

  it("finds nothing of another organisation, and undoes nothing of it", async () => {
    const { staff } = people;
    const rival = await somePeople("rival");
    const { changeId } = await save(rival.staff, [enable("invoices", contact(rival.contactId))]);
    await expect(undo(staff, changeId)).rejects.toMatchObject({ code: "not-found" });
    for (const reach of [contact(rival.contactId), companies(rival.companyId), tree(rival.companyId)]) {
      await expect(save(staff, [enable("invoices", reach)])).rejects.toMatchObject({ code: "not-found" });
      const measured = measureInput.parse({ audience: "customer", operation: enable("invoices", reach) });
      expect(await asActor(staff, (tx) => measureOperation({ tx }, measured))).toMatchObject({ contacts: 0 });
    }
    const asked = coverageInput.parse({
      audience: "customer",
      operations: [
        enable("invoices", tree(rival.companyId)),
        enable("invoices", filter({ companyIds: [rival.companyId] })),
      ],
      contactIds: [rival.contactId],
      companyIds: [rival.companyId],
    });
    expect(await asActor(staff, (tx) => coveredBy({ tx }, asked))).toEqual([
      { contactIds: [], companyIds: [] },
      { contactIds: [], companyIds: [] },
    ]);
  });

  it("in an address shows a page all the same", async () => {
    const { staff } = people;
    const far = [
      "0000-01-01",
      "0001-01-01",
      "9998-12-31",
      "10000-01-01",
      "-0001-01-01",
      "2026-02-30",
      "\u0000",
    ];
    for (const until of far)
      await asActor(staff, (tx) => listChanges(tx, readChanges({ until, q: "\u0000'%_\\" })));
    const cursors = [
      ...["x", "\u0000", "newer-999999999999999", "older-0", "older--1", "newer-1e9"],
      writeCursor({ side: "after", value: "\ud800", id: newId() }),
      writeCursor({ side: "after", value: "[1,2,3]", id: newId() }),
      writeCursor({ side: "after", value: JSON.stringify(["a", newId(), "b"]), id: newId() }),
      writeCursor({ side: "before", value: JSON.stringify(["a", "b", "c"]), id: newId() }),
      writeCursor({ side: "before", value: "{}", id: newId() }),
    ];
    for (const page of cursors) {
      await asActor(staff, (tx) => listChanges(tx, readChanges({ page })));
      const params = { page, cpage: page, q: "\u0000%%%", cq: "____", may: "constructor", sort: "-company" };
      const query = readAccessAddress({ ...params, company: ["x", newId()], csort: "__proto__" });
      await asActor(staff, async (tx) => {
        await listAccessContacts(tx, staff, { ...query.contacts, audience: query.audience });
        await listAccessCompanies(tx, staff, { ...query.companies, audience: query.audience });
        await listWho(tx, staff, readWho({ page, q: "\\", of: "%", may: "__proto__" }), reader);
      });
    }
  });
});

describe("staff limited to some companies", () => {
  it("read no name of others in why a contact is allowed something", async () => {
    const { listDecidingEntries } = await import("@/lib/access/deciding-entries");
    const { staff, organisationId, companyId, contactId } = people;
    const secret = await addCompany(people, "Secret Merger Ltd");
    const limited = { ...(await addColleague(people, "Limited")), reach: "assigned" as const };
    await asSuperuser(
      "INSERT INTO assignments (organisation_id, staff_id, company_id, level) VALUES ($1, $2, $3, 'member')",
      [organisationId, limited.staffId, companyId],
    );
    const asked = { contactIds: [contactId], companyIds: [companyId], today: "2026-01-01" };
    const told = async (actor = limited) =>
      (await asActor(actor as typeof staff, (tx) => listDecidingEntries(tx, asked))).map(
        ({ summary }) => summary,
      );
    await save(staff, [enable("invoices", contact(contactId))]);
    expect(await told()).toEqual(["Ana Trujillo: Invoices on"]);
    await save(staff, [enable("invoices", companies(secret)), enable("invoices", contact(contactId))]);
    expect(await told()).toEqual(["A change for several companies or contacts"]);
    expect(await told(staff as never)).toEqual(["Enable Invoices for Secret Merger Ltd, and 1 more"]);
    await save(staff, [enable("invoices", companies(secret)), enable("invoices", everyone)]);
    expect(await told()).not.toContainEqual(expect.stringContaining("Secret"));
  });
});
