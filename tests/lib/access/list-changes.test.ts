import { asActor } from "@/db/as-actor";
import { readChanges } from "@/lib/access/changes-input";
import { listChangeLines } from "@/lib/access/list-change-lines";
import { findChange, listChanges } from "@/lib/access/list-changes";
import { clock } from "@/lib/platform/clock";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";
import { addColleague, companies, contact, disable, enable, everyone, redo, save, undo } from "./arrange";

const { now } = clock;
let people: People;

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople("winslow", { timeZone: "Pacific/Auckland" });
});
afterEach(() => (clock.now = now));

const list = (params: Record<string, string> = {}, { staff } = people) =>
  asActor(staff, (tx) => listChanges(tx, readChanges(params)));

const summaries = async (params: Record<string, string> = {}) =>
  (await list(params)).rows.map(({ summary }) => summary);

/** Many changes, named by their numbers, past the use case that would take a while. */
const many = (count: number) =>
  asSuperuser(
    "INSERT INTO access_changes (organisation_id, id, summary, made_by_name) SELECT $1, n, 'Change ' || n, 'Clerk' FROM generate_series(1, $2) n",
    [people.organisationId, count],
  );

describe("the history of changes", () => {
  it("tells the latest first who made each, for whom, and whether it was undone", async () => {
    const { staff, companyId, contactId } = people;
    const grace = await addColleague(people, "Grace");
    await save(staff, [enable("invoices", everyone)]);
    const { changeId } = await save(grace, [
      disable("issues", companies(companyId)),
      disable("issues", contact(contactId)),
    ]);
    await undo(staff, changeId);
    expect((await list()).rows).toMatchObject([
      { id: 2, madeBy: "Grace", undoneBy: "Clerk", companyCount: 1, contactCount: 1, isForEveryone: false },
      { id: 1, madeBy: "Clerk", undoneAt: null, isForEveryone: true, subjects: ["customer invoices"] },
    ]);
  });

  it("is walked page by page in both directions", async () => {
    await many(120);
    const first = await list();
    expect([first.rows[0]?.id, first.rows.length, first.newer]).toEqual([120, 50, undefined]);
    const second = await list({ page: first.older ?? "" });
    const third = await list({ page: second.older ?? "" });
    expect([second.rows[0]?.id, third.rows[0]?.id, third.rows.length, third.older]).toEqual([
      70,
      20,
      20,
      undefined,
    ]);
    const back = await list({ page: third.newer ?? "" });
    expect(back.rows.map(({ id }) => id)).toEqual(second.rows.map(({ id }) => id));
    expect((await list({ page: back.newer ?? "" })).rows[0]?.id).toBe(120);
    for (const page of ["older-1", "newer-500", "nonsense", "older-99999999999999999999"])
      expect((await list({ page })).rows[0]?.id).toBe(120);
  });

  it("is searched by what a change is called and by who made it, and ends at a day where the organisation is", async () => {
    const grace = await addColleague(people, "Grace");
    clock.now = () => new Date("2026-11-03T10:59:00Z"); // 23:59 there
    await save(people.staff, [enable("invoices", everyone)]);
    clock.now = () => new Date("2026-11-03T11:00:00Z");
    await save(grace, [enable("issues", everyone)]);
    expect(await summaries({ q: "INVOICES" })).toEqual(["Enable Invoices for all customer contacts"]);
    expect(await summaries({ q: "grace" })).toEqual(["Enable Issues for all customer contacts"]);
    expect(await summaries({ q: "%" })).toEqual([]);
    expect(await summaries({ until: "2026-11-03" })).toEqual(["Enable Invoices for all customer contacts"]);
    expect(await summaries({ until: "2026-11-04" })).toHaveLength(2);
    expect(await summaries({ until: "2026-02-30" })).toHaveLength(2);
  });

  it("holds nothing of another organisation", async () => {
    const rival = await somePeople("rival");
    await save(rival.staff, [enable("invoices", everyone)]);
    expect((await list()).rows).toEqual([]);
    expect(await asActor(people.staff, (tx) => findChange(tx, "1"))).toBeNull();
    expect((await asActor(people.staff, (tx) => listChangeLines(tx, 1, 0))).lines).toEqual([]);
  });
});

describe("a change", () => {
  it("tells its lines in words with names, in their order", async () => {
    const { staff, companyId, contactId } = people;
    const { changeId } = await save(staff, [
      enable("invoices", everyone, { lastDay: "2100-01-01" }),
      disable("services", companies(companyId)),
      disable("issues", contact(contactId)),
    ]);
    const { lines, next } = await asActor(staff, (tx) => listChangeLines(tx, changeId, 0));
    expect(lines).toMatchObject([
      {
        words: "Enable Invoices for all customer contacts until 1 Jan 2100",
        company: null,
        contact: null,
      },
      { words: "Disable Services for Parkway Cinemas", company: { id: companyId }, contact: null },
      { words: "Ana Trujillo: Issues off", company: null, contact: { id: contactId } },
    ]);
    expect(next).toBeUndefined();
  });

  it("of many lines tells them page by page", async () => {
    const { staff, contactId } = people;
    const ticks = Array.from({ length: 250 }, (_, at) =>
      (at % 2 ? enable : disable)("invoices", contact(contactId)),
    );
    const { changeId } = await save(staff, ticks);
    const first = await asActor(staff, (tx) => listChangeLines(tx, changeId, 0));
    const last = await asActor(staff, (tx) => listChangeLines(tx, changeId, 200));
    expect([first.lines.length, first.next, last.lines.length, last.next]).toEqual([100, 100, 50, undefined]);
  });

  it("tells each time that it was undone and redone; a number that is none leads nowhere", async () => {
    const { staff } = people;
    const { changeId } = await save(staff, [enable("invoices", everyone)]);
    await undo(staff, changeId);
    await redo(staff, changeId);
    await undo(staff, changeId);
    const find = (id: string) => asActor(staff, (tx) => findChange(tx, id));
    expect((await find(String(changeId)))?.turns).toMatchObject([
      { undoneBy: "Clerk", redoneBy: "Clerk" },
      { undoneBy: "Clerk", redoneBy: null },
    ]);
    for (const id of ["", "2", "x", "-1", "9".repeat(30)]) expect(await find(id)).toBeNull();
  });
});
