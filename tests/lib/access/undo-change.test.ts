import { clock } from "@/lib/platform/clock";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";
import {
  addColleague,
  contact,
  enable,
  disable,
  everyone,
  isAllowed,
  redo,
  save,
  undo,
  written,
} from "./arrange";

const { now } = clock;
let people: People;

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
});
afterEach(() => (clock.now = now));

const invoices = (at?: Date) => isAllowed(people.staff, people.contactId, "invoices", at);

describe("undoing a change", () => {
  it("lets earlier decisions win again and leaves later ones standing, and redoing takes that back", async () => {
    const { staff, contactId } = people;
    await save(staff, [enable("invoices", contact(contactId))]);
    const bulk = await save(staff, [disable("invoices", everyone), disable("issues", everyone)]);
    await save(staff, [enable("issues", everyone)]);
    expect(await invoices()).toBe(false);
    await undo(staff, bulk.changeId);
    expect(await invoices()).toBe(true);
    expect(await isAllowed(staff, contactId, "issues")).toBe(true);
    await redo(staff, bulk.changeId);
    expect(await invoices()).toBe(false);
    expect(await isAllowed(staff, contactId, "issues")).toBe(true);
  });

  it("is on record, and so is redoing", async () => {
    const { staff } = people;
    const { changeId } = await save(staff, [enable("invoices", everyone)]);
    expect(await undo(staff, changeId)).toEqual({
      id: changeId,
      summary: "Enable Invoices for all customer contacts",
    });
    await redo(staff, changeId);
    expect(await asSuperuser("SELECT act, subject, after FROM audit_events ORDER BY id OFFSET 1")).toEqual([
      {
        act: "access.undone",
        subject: "Enable Invoices for all customer contacts",
        after: { changeId, undone: true },
      },
      {
        act: "access.redone",
        subject: "Enable Invoices for all customer contacts",
        after: { changeId, undone: false },
      },
    ]);
  });

  it("a second time is refused, naming who was first", async () => {
    const { staff } = people;
    const grace = await addColleague(people, "Grace");
    const { changeId } = await save(staff, [enable("invoices", everyone)]);
    await undo(grace, changeId);
    const before = await written();
    await expect(undo(staff, changeId)).rejects.toMatchObject({
      code: "conflict",
      message: "Grace undid this change already.",
    });
    expect(await written()).toEqual(before);
  });

  it("by two at once succeeds for one of them", async () => {
    const { changeId } = await save(people.staff, [enable("invoices", everyone)]);
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => undo(people.staff, changeId)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await written()).toMatchObject([{ undos: 1, events: 2 }]);
  });

  it("that is not there, or another organisation's, is refused; so is redoing what counts", async () => {
    const rival = await somePeople("rival");
    const { changeId } = await save(rival.staff, [enable("invoices", everyone)]);
    await expect(undo(people.staff, changeId)).rejects.toMatchObject({ code: "not-found" });
    await expect(redo(people.staff, changeId)).rejects.toMatchObject({ code: "not-found" });
    await expect(redo(rival.staff, changeId)).rejects.toMatchObject({ code: "conflict" });
    expect(await written()).toMatchObject([{ undos: 0 }]);
  });

  it("is remembered when it is redone: access as of then is as it was", async () => {
    const { staff } = people;
    const at = (minute: number) => new Date(Date.UTC(2026, 10, 3, 9, minute));
    const during = (minute: number) => (clock.now = () => at(minute));
    during(0);
    const { changeId } = await save(staff, [enable("invoices", everyone)]);
    during(10);
    await undo(staff, changeId);
    during(20);
    await redo(staff, changeId);
    during(30);
    await undo(staff, changeId);
    during(40);
    await redo(staff, changeId);
    const told = [];
    for (const minute of [-1, 0, 5, 10, 15, 20, 25, 30, 35, 40, 45]) told.push(await invoices(at(minute)));
    expect(told).toEqual([false, true, true, false, false, true, true, false, false, true, true]);
    expect(await invoices()).toBe(true);
  });

  it("of adding a contact takes back what was ticked then, and leaves the contact", async () => {
    const { staff, contactId } = people;
    const { changeId } = await save(staff, [enable("invoices", contact(contactId))]);
    await undo(staff, changeId);
    expect(await invoices()).toBe(false);
    expect(await asSuperuser("SELECT 1 FROM contacts WHERE id = $1", [contactId])).toHaveLength(1);
  });
});
