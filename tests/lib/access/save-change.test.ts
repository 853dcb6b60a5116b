import { asActor } from "@/db/as-actor";
import { saveChange } from "@/lib/access/save-change";
import { saveChangeInput } from "@/lib/access/operations";
import { clock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";
import {
  addCompany,
  addContact,
  basisOf,
  companies,
  contact,
  disable,
  enable,
  everyone,
  filter,
  isAllowed,
  isOn,
  leave,
  save,
  tree,
  written,
} from "./arrange";

const { now } = clock;
let people: People;

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
});
afterEach(() => (clock.now = now));

const entries = () =>
  asSuperuser(
    `SELECT position, scope, permission, effect, coalesce(k.name, c.name) AS name FROM access_entries e
      LEFT JOIN companies k ON k.id = e.company_id LEFT JOIN contacts c ON c.id = e.contact_id ORDER BY change_id, position`,
  );

describe("saving staged operations", () => {
  it("makes one change of them, in their order", async () => {
    const { staff, companyId, contactId } = people;
    const saved = await save(staff, [
      enable("invoices", everyone),
      disable("invoices", contact(contactId)),
      enable("services", companies(companyId)),
    ]);
    expect(saved).toEqual({ changeId: 1, summary: "Enable Invoices for all customer contacts, and 2 more" });
    expect(await entries()).toEqual([
      { position: 0, scope: "everyone", permission: "invoices", effect: "allow", name: null },
      { position: 1, scope: "contact", permission: "invoices", effect: "deny", name: "Ana Trujillo" },
      { position: 2, scope: "company", permission: "services", effect: "allow", name: "Parkway Cinemas" },
    ]);
    expect(await isAllowed(staff, contactId, "invoices")).toBe(false);
    expect(await isOn(staff, companyId)).toBe(true);
  });

  it("is named by its only operation with real names", async () => {
    const { staff, companyId, contactId } = people;
    const winslow = await addCompany(people, "Winslow");
    expect((await save(staff, [disable("salesOrders", contact(contactId))])).summary).toBe(
      "Ana Trujillo: Sales Orders off",
    );
    expect((await save(staff, [enable("invoices", companies(companyId, winslow))])).summary).toBe(
      "Enable Invoices for Parkway Cinemas and 1 more",
    );
    expect((await save(staff, [leave("invoices", tree(winslow))])).summary).toBe(
      "Invoices back to group roles for Winslow and its sites",
    );
  });

  it("gives full access to everyone with one entry for each permission, and Services", async () => {
    await save(people.staff, [enable("full", everyone)]);
    const written = await entries();
    expect(written).toHaveLength(12);
    expect(written[0]).toMatchObject({ permission: "services", scope: "everyone" });
    expect(await isOn(people.staff, people.companyId)).toBe(true);
    expect(await isAllowed(people.staff, people.contactId, "install")).toBe(true);
  });

  it("reaches a company and its sites at any depth, and no sibling", async () => {
    const { staff, companyId } = people;
    const site = await addCompany(people, "Site", { parentId: companyId });
    const below = await addCompany(people, "Below", { parentId: site });
    const other = await addCompany(people, "Other");
    const [deep, aside] = [await addContact(people, below, "Deep"), await addContact(people, other, "Aside")];
    await save(staff, [enable("invoices", tree(companyId))]);
    expect(await entries()).toHaveLength(3);
    expect(await isAllowed(staff, deep, "invoices")).toBe(true);
    expect(await isAllowed(staff, aside, "invoices")).toBe(false);
  });

  it("reaches whoever a filter finds when it is saved, with one entry each, between the others in their order", async () => {
    const { staff, companyId, contactId } = people;
    const other = await addCompany(people, "Other");
    const [ben, cleo] = [await addContact(people, companyId, "Ben"), await addContact(people, other, "Cleo")];
    const { summary } = await save(staff, [
      enable("issues", everyone),
      disable("issues", filter({ companyIds: [companyId] })),
      enable("issues", contact(ben)),
    ]);
    expect(summary).toBe("Enable Issues for all customer contacts, and 2 more");
    expect((await entries()).map(({ position, name }) => [position, name])).toEqual([
      [0, null],
      [1, "Ana Trujillo"],
      [2, "Ben"],
      [3, "Ben"],
    ]);
    const answers = [contactId, ben, cleo].map((id) => isAllowed(staff, id, "issues"));
    expect(await Promise.all(answers)).toEqual([false, true, true]);
    expect(
      await asSuperuser("SELECT subjects, is_for_everyone, company_count, contact_count FROM access_changes"),
    ).toEqual([{ subjects: ["customer issues"], is_for_everyone: true, company_count: 0, contact_count: 2 }]);
  });

  it("lets each filter find whom it found on the screen, whatever the operations before it change", async () => {
    const { staff, contactId } = people;
    await save(staff, [enable("invoices", everyone)]);
    const found = filter({ permission: "invoices", standing: "allowed" });
    await save(staff, [disable("invoices", found), enable("issues", found)]);
    expect(await isAllowed(staff, contactId, "invoices")).toBe(false);
    expect(await isAllowed(staff, contactId, "issues")).toBe(true);
  });

  it("gives whoever a filter finds full access without Services", async () => {
    const { staff, contactId, companyId } = people;
    await save(staff, [enable("full", filter({ login: "some" }))]);
    expect(await entries()).toHaveLength(11);
    expect(await isAllowed(staff, contactId, "install")).toBe(true);
    expect(await isOn(staff, companyId)).toBe(false);
  });

  it("keeps a last day, which may be today where the organisation is", async () => {
    clock.now = () => new Date("2026-11-03T22:00:00Z");
    await asSuperuser("UPDATE organisations SET time_zone = 'Pacific/Auckland'");
    const lastDay = "2026-11-04";
    const { summary } = await save(people.staff, [enable("invoices", everyone, { lastDay })]);
    expect(summary).toBe("Enable Invoices for all customer contacts until 4 Nov 2026");
    expect(await isAllowed(people.staff, people.contactId, "invoices")).toBe(true);
    clock.now = () => new Date("2026-11-04T11:00:00Z"); // midnight there
    expect(await isAllowed(people.staff, people.contactId, "invoices")).toBe(false);
  });

  it("is on record with the operations in words, and mails nobody", async () => {
    const { staff, companyId, contactId } = people;
    await save(staff, [enable("invoices", contact(contactId)), disable("issues", contact(contactId))]);
    await save(staff, [enable("invoices", everyone)]);
    const events = await asSuperuser(
      "SELECT act, actor_name, subject, company_id, contact_id, after FROM audit_events ORDER BY id",
    );
    expect(events).toMatchObject([
      {
        act: "access.changed",
        actor_name: "Clerk",
        subject: "Ana Trujillo: Invoices on, and 1 more",
        company_id: companyId,
        contact_id: contactId,
        after: {
          changeId: 1,
          operations: ["Ana Trujillo: Invoices on", "Ana Trujillo: Issues off"],
          contactCount: 1,
        },
      },
      { company_id: null, contact_id: null, after: { isForEveryone: true, contactCount: 0 } },
    ]);
    expect(await written()).toMatchObject([{ mail: 0 }]);
  });

  it("keeps with the change what it speaks of and whom it reaches", async () => {
    const { staff, companyId, contactId } = people;
    const other = await addCompany(people, "Other");
    await save(staff, [
      enable("invoices", companies(companyId, other)),
      enable("issues", companies(other)),
      disable("invoices", contact(contactId)),
    ]);
    const [change] = await asSuperuser(
      "SELECT subjects, is_for_everyone, company_count, contact_count FROM access_changes",
    );
    expect(change).toEqual({
      subjects: ["customer invoices", "customer issues"],
      is_for_everyone: false,
      company_count: 2,
      contact_count: 1,
    });
  });
});

describe("saving is refused, and nothing written,", () => {
  const nothing = [{ changes: 0, entries: 0, undos: 0, events: 0, mail: 0 }];

  it("when a company or contact is gone, naming each operation that meant it", async () => {
    const { staff, companyId, contactId } = people;
    const [lost, gone] = [newId(), newId()];
    const attempt = save(staff, [
      enable("invoices", everyone),
      enable("invoices", companies(companyId, lost)),
      enable("invoices", contact(contactId)),
      enable("invoices", contact(gone)),
      enable("invoices", tree(lost)),
    ]);
    await expect(attempt).rejects.toMatchObject({
      code: "not-found",
      details: {
        kind: "access-gone",
        operations: [1, 3, 4],
        gone: [
          { operation: 1, what: "company", ids: [lost] },
          { operation: 3, what: "contact", ids: [gone] },
          { operation: 4, what: "company", ids: [lost] },
        ],
      },
    });
    expect(await written()).toEqual(nothing);
  });

  it("for another organisation's companies and contacts as for those that do not exist", async () => {
    const rival = await somePeople("rival");
    for (const reach of [companies(rival.companyId), tree(rival.companyId), contact(rival.contactId)])
      await expect(save(people.staff, [enable("invoices", reach)])).rejects.toMatchObject({
        code: "not-found",
        details: { kind: "access-gone", gone: [{ operation: 0 }] },
      });
    expect(await written()).toEqual(nothing);
  });

  it("for companies and contacts of the other kind", async () => {
    const supplier = await addCompany(people, "Supplier", { kind: "supplier" });
    const seller = await addContact(people, supplier, "Sally");
    for (const reach of [companies(supplier), tree(supplier), contact(seller)])
      await expect(save(people.staff, [enable("invoices", reach)])).rejects.toMatchObject({
        code: "not-found",
      });
    expect(await written()).toEqual(nothing);
  });

  it("for a permission that this kind of company does not have, saying which operation", async () => {
    const attempt = save(people.staff, [enable("invoices", everyone), enable("purchaseOrders", everyone)]);
    await expect(attempt).rejects.toMatchObject({
      code: "invalid",
      details: { kind: "access-invalid", operations: [1] },
    });
    expect(await written()).toEqual(nothing);
  });

  it("when a last day is over where the organisation is", async () => {
    clock.now = () => new Date("2026-11-03T22:00:00Z");
    await asSuperuser("UPDATE organisations SET time_zone = 'Pacific/Auckland'");
    const attempt = save(people.staff, [
      enable("invoices", everyone),
      enable("issues", everyone, { lastDay: "2026-11-03" }),
    ]);
    await expect(attempt).rejects.toMatchObject({
      code: "invalid",
      fields: { "operations.1.lastDay": "Choose today or a later day." },
      details: { kind: "access-invalid", operations: [1] },
    });
    expect(await written()).toEqual(nothing);
  });

  it("when a filter finds nobody, saying which operation's", async () => {
    const attempt = save(people.staff, [
      enable("invoices", everyone),
      enable("invoices", filter({ q: "nobody of that name" })),
    ]);
    await expect(attempt).rejects.toMatchObject({
      code: "conflict",
      details: { kind: "access-gone", gone: [{ operation: 1, what: "filter" }] },
    });
    expect(await written()).toEqual(nothing);
  });

  it("to whoever reaches only some companies and would change access for all", async () => {
    const actor = { ...people.staff, reach: "assigned" as const };
    const basis = await basisOf(people.staff);
    const input = saveChangeInput.parse({
      audience: "customer",
      operations: [enable("invoices", everyone)],
      basis,
    });
    await expect(asActor(actor, (tx) => saveChange({ tx, actor }, input))).rejects.toThrow();
    expect(await written()).toEqual(nothing);
  });
});
