import type { StaffActor } from "@/db/actor";
import type { People } from "@/tests/support/people";
import { basisOf, contact, disable, enable, everyone, isAllowed, save, undo, written } from "./arrange";
import { aMeeting } from "./meeting";

let people: People;
let ada: StaffActor;
let grace: StaffActor;

beforeEach(async () => ({ people, ada, grace } = await aMeeting()));

describe("after a meeting", () => {
  const staged = () => [enable("invoices", contact(people.contactId))];

  it("the new basis knows what was told, and nothing that comes later", async () => {
    const basis = await basisOf(ada);
    await save(grace, [disable("invoices", everyone)]);
    const refusal = await save(ada, staged(), { basis }).catch(
      (error: { details: { basis: object } }) => error,
    );
    const { details } = refusal as { details: { basis: object } };
    await save(grace, [disable("issues", everyone)]);
    await save(ada, staged(), { basis: details.basis });
    expect(await isAllowed(ada, people.contactId, "invoices")).toBe(true);
  });
});

describe("two at once", () => {
  it("who change the same: the first to commit is saved, the other is told, and neither is lost unheard", async () => {
    const basis = await basisOf(ada);
    const outcomes = await Promise.allSettled([
      save(ada, [enable("invoices", everyone)], { basis }),
      save(grace, [disable("invoices", everyone)], { basis }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = outcomes.find(({ status }) => status === "rejected") as PromiseRejectedResult;
    expect(refused.reason).toMatchObject({ details: { kind: "access-met", meetings: [{ changeId: 1 }] } });
  });

  it("who change different things are both saved, in the order of their ids", async () => {
    const basis = await basisOf(ada);
    const subjects = ["invoices", "issues", "service", "install", "deliveries", "salesOrders"];
    const saved = await Promise.all(
      subjects.map((subject) => save(ada, [enable(subject, everyone)], { basis })),
    );
    expect(saved.map(({ changeId }) => changeId).sort()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await written()).toMatchObject([{ changes: 6, entries: 6 }]);
  });

  it("of whom one undoes what the other builds upon: whoever comes second is told or has the last word", async () => {
    const { changeId } = await save(ada, [enable("invoices", everyone)]);
    const basis = await basisOf(ada);
    const [saved, undone] = await Promise.allSettled([
      save(ada, [disable("invoices", contact(people.contactId))], { basis }),
      undo(grace, changeId),
    ]);
    expect(undone.status).toBe("fulfilled");
    if (saved.status === "rejected")
      expect(saved.reason).toMatchObject({ details: { kind: "access-met", meetings: [{ what: "undo" }] } });
    expect(await isAllowed(ada, people.contactId, "invoices")).toBe(false);
  });
});
