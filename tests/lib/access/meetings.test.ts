import type { StaffActor } from "@/db/actor";
import type { People } from "@/tests/support/people";
import {
  addCompany,
  addContact,
  companies,
  contact,
  disable,
  enable,
  everyone,
  filter,
  save,
  tree,
} from "./arrange";
import { aMeeting, metBy } from "./meeting";

let people: People;
let ada: StaffActor;
let grace: StaffActor;

beforeEach(async () => ({ people, ada, grace } = await aMeeting()));

const met = (staged: object[], meanwhile: () => Promise<unknown>) => metBy(ada, staged, meanwhile);

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
