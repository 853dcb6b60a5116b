import type { StaffActor } from "@/db/actor";
import { asActor } from "@/db/as-actor";
import { record } from "@/lib/audit/record";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";
import {
  addColleague,
  addCompany,
  addContact,
  addGroupRole,
  basisOf,
  companies,
  contact,
  disable,
  enable,
  everyone,
  filter,
  isAllowed,
  leave,
  redo,
  save,
  tree,
  undo,
  written,
} from "./arrange";

let people: People;
let ada: StaffActor;
let grace: StaffActor;

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
  ada = await addColleague(people, "Ada");
  grace = await addColleague(people, "Grace");
});

// The clock counts in milliseconds: what happens next happens later.
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 2));

/** What Ada meets when she saves `staged` after `meanwhile` happened. */
async function met(staged: object[], meanwhile: () => Promise<unknown>) {
  const basis = await basisOf(ada);
  await aMoment();
  await meanwhile();
  const before = await written();
  const refusal = await save(ada, staged, { basis }).then(
    () => null,
    (error: { code: string; details?: { kind: string; meetings: object[]; basis: object } }) => error,
  );
  if (refusal === null) return [];
  expect(refusal).toMatchObject({ code: "conflict", details: { kind: "access-met" } });
  expect(await written()).toEqual(before);
  return refusal.details?.meetings ?? [];
}

describe("a save meets somebody else's newer change", () => {
  it("where both are for everyone, and says what it was, by whom and when", async () => {
    const meetings = await met([disable("issues", everyone), enable("invoices", everyone)], () =>
      save(grace, [disable("invoices", everyone)]),
    );
    expect(meetings).toEqual([
      {
        operation: 1,
        what: "change",
        summary: "Disable Invoices for all customer contacts",
        by: "Grace",
        at: expect.any(Date),
        changeId: 1,
      },
    ]);
  });

  it("where one is for everyone and the other for a contact or a company, either way round", async () => {
    const one = contact(people.contactId);
    const whole = companies(people.companyId);
    expect(
      await met([enable("invoices", one)], () => save(grace, [disable("invoices", everyone)])),
    ).toHaveLength(1);
    expect(
      await met([enable("invoices", everyone)], () => save(grace, [disable("invoices", one)])),
    ).toHaveLength(1);
    expect(
      await met([enable("invoices", whole)], () => save(grace, [disable("invoices", everyone)])),
    ).toHaveLength(1);
    expect(
      await met([enable("invoices", everyone)], () => save(grace, [disable("invoices", whole)])),
    ).toHaveLength(1);
  });

  it("where one is for a company and the other for a contact of it, either way round", async () => {
    const one = contact(people.contactId);
    const site = await addCompany(people, "Site", { parentId: people.companyId });
    const below = contact(await addContact(people, site, "Ben"));
    const whole = companies(people.companyId);
    expect(
      await met([enable("invoices", one)], () => save(grace, [disable("invoices", whole)])),
    ).toHaveLength(1);
    expect(
      await met([enable("invoices", whole)], () => save(grace, [disable("invoices", one)])),
    ).toHaveLength(1);
    expect(await met([enable("invoices", whole)], () => save(grace, [disable("invoices", below)]))).toEqual(
      [],
    );
    const all = tree(people.companyId);
    expect(
      await met([enable("invoices", all)], () => save(grace, [disable("invoices", below)])),
    ).toHaveLength(1);
  });

  it("where one is for the contacts of a filter, either way round", async () => {
    const other = await addCompany(people, "Other");
    const ben = await addContact(people, other, "Ben");
    const found = filter({ companyIds: [people.companyId] });
    const meetings = (meanwhile: object) =>
      met([enable("invoices", found)], () => save(grace, [disable("invoices", meanwhile)]));
    expect(await meetings(contact(people.contactId))).toHaveLength(1);
    expect(await meetings(companies(people.companyId))).toHaveLength(1);
    expect(await meetings(everyone)).toHaveLength(1);
    expect(await meetings(contact(ben))).toEqual([]);
    expect(await meetings(companies(other))).toEqual([]);
    const back = () => save(grace, [disable("invoices", found)]);
    expect(await met([enable("invoices", contact(people.contactId))], back)).toHaveLength(1);
    expect(await met([enable("invoices", companies(people.companyId))], back)).toHaveLength(1);
    expect(await met([enable("invoices", contact(ben))], back)).toEqual([]);
  });

  it("for Services of the same company, and for full access", async () => {
    const whole = companies(people.companyId);
    const off = () => save(grace, [disable("services", whole)]);
    expect(await met([enable("services", everyone)], off)).toHaveLength(1);
    expect(await met([enable("full", whole)], off)).toHaveLength(1);
    expect(await met([enable("invoices", whole)], off)).toEqual([]);
  });

  it("and not one for another permission, contact, company or kind of company", async () => {
    const other = await addCompany(people, "Other");
    const ben = await addContact(people, other, "Ben");
    const staged = [
      enable("invoices", contact(people.contactId)),
      disable("issues", companies(people.companyId)),
    ];
    const aside = async () => {
      await save(grace, [enable("service", everyone)]);
      await save(grace, [enable("invoices", contact(ben)), enable("issues", companies(other))]);
      await save(grace, [disable("invoices", everyone)], { audience: "supplier" });
    };
    expect(await met(staged, aside)).toEqual([]);
  });

  it("made by the same person in another tab", async () => {
    const meetings = await met([enable("invoices", everyone)], () =>
      save(ada, [disable("invoices", everyone)]),
    );
    expect(meetings).toMatchObject([{ by: "Ada", what: "change" }]);
  });
});

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
    await aMoment();
    expect(await met(staged(), () => redo(grace, changeId))).toMatchObject([
      { what: "redo", by: "Grace", changeId },
    ]);
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
    await aMoment();
    expect(await met(staged(), () => Promise.resolve())).toEqual([]);
  });
});

describe("a save meets", () => {
  it("the closing of a company that it names, or whose contact it names", async () => {
    const close = () =>
      asSuperuser(
        "UPDATE companies SET status = 'closed', status_changed_at = clock_timestamp(), status_changed_by = $2 WHERE id = $1",
        [people.companyId, grace.staffId],
      );
    const staged = [
      enable("services", companies(people.companyId)),
      enable("invoices", contact(people.contactId)),
      enable("issues", everyone),
    ];
    expect(await met(staged, close)).toMatchObject([
      { operation: 0, what: "company-closed", summary: "Parkway Cinemas", by: "Grace", changeId: null },
      { operation: 1, what: "company-closed" },
    ]);
  });

  it("the edit of a group role to which it leaves what the edit is about, if somebody in reach holds it", async () => {
    const { contactId, companyId } = people;
    const other = await addCompany(people, "Other");
    const ben = await addContact(people, other, "Ben");
    const role = await addGroupRole(people, "Buyer", ["invoices", "issues"], [contactId]);
    const edit = () =>
      asActor(grace, (tx) =>
        record(tx, grace, {
          act: "group-role.changed",
          subject: "Buyer",
          before: { groupRoleId: role, roles: ["invoices", "issues"] },
          after: { roles: ["issues"] },
        }),
      );
    const expected = [{ operation: 0, what: "group-role", summary: "Buyer", by: "Grace", changeId: null }];
    for (const reach of [contact(contactId), companies(companyId), everyone])
      expect(await met([leave("invoices", reach)], edit)).toMatchObject(expected);
    expect(await met([leave("issues", contact(contactId))], edit)).toEqual([]);
    expect(await met([enable("invoices", contact(contactId))], edit)).toEqual([]);
    expect(await met([leave("invoices", contact(ben)), leave("invoices", companies(other))], edit)).toEqual(
      [],
    );
  });

  it("the deactivation of a contact that it names", async () => {
    const deactivate = () =>
      asSuperuser(
        "UPDATE contacts SET deactivated_at = clock_timestamp(), deactivated_by = $2 WHERE id = $1",
        [people.contactId, grace.staffId],
      );
    expect(await met([enable("invoices", contact(people.contactId))], deactivate)).toMatchObject([
      { operation: 0, what: "contact-deactivated", summary: "Ana Trujillo", by: "Grace", changeId: null },
    ]);
  });
});

describe("after a meeting", () => {
  const staged = () => [enable("invoices", contact(people.contactId))];

  it("the new basis knows what was told, and nothing that comes later", async () => {
    const basis = await basisOf(ada);
    await save(grace, [disable("invoices", everyone)]);
    const refusal = await save(ada, staged(), { basis }).catch(
      (error: { details: { basis: object } }) => error,
    );
    const { details } = refusal as { details: { basis: object } };
    await aMoment();
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
    await aMoment();
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
