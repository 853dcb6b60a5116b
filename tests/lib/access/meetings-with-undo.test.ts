import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { redoChange, undoChange } from "@/lib/access/undo-change";
import type { People } from "@/tests/support/people";
import { contact, disable, enable, everyone, redo, save, undo } from "./arrange";
import { aMeeting, metBy, metByUncommitted } from "./meeting";

let people: People;
let ada: StaffActor;
let grace: StaffActor;

beforeEach(async () => ({ people, ada, grace } = await aMeeting()));

const met = (staged: object[], meanwhile: () => Promise<unknown>) => metBy(ada, staged, meanwhile);

describe("a save meets an undoing or redoing", () => {
  let changeId: number;
  beforeEach(async () => ({ changeId } = await save(ada, [enable("invoices", everyone)])));
  const staged = () => [disable("invoices", contact(people.contactId))];

  it("of a change that counted when the screen was drawn", async () => {
    expect(await met(staged(), () => undo(grace, changeId))).toMatchObject([
      { what: "undo", by: "Grace", changeId, summary: "Enable Invoices for all customer contacts" },
    ]);
  });

  it("of a change that did not count then", async () => {
    await undo(ada, changeId);
    expect(await met(staged(), () => redo(grace, changeId))).toMatchObject([
      { what: "redo", by: "Grace", changeId },
    ]);
  });

  it("that was not committed yet when the screen was drawn, though it had begun before", async () => {
    const undoing = (tx: Tx) => undoChange({ tx, actor: grace }, { id: changeId });
    expect(await metByUncommitted(ada, staged(), grace, undoing)).toMatchObject([{ what: "undo", changeId }]);
    const redoing = (tx: Tx) => redoChange({ tx, actor: grace }, { id: changeId });
    expect(await metByUncommitted(ada, staged(), grace, redoing)).toMatchObject([{ what: "redo", changeId }]);
  });

  it("and none that was taken back since", async () => {
    const back = async () => {
      await undo(grace, changeId);
      await redo(grace, changeId);
      await undo(grace, (await save(grace, [disable("invoices", everyone)])).changeId);
    };
    expect(await met(staged(), back)).toEqual([]);
  });

  it("and none of what was known already", async () => {
    await undo(grace, changeId);
    expect(await met(staged(), () => Promise.resolve())).toEqual([]);
  });
});
