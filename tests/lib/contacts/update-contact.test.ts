import { asActor } from "@/db/as-actor";
import { createToken } from "@/lib/tokens/create-token";
import { newId } from "@/lib/platform/ids";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";
import { anotherCompany, groupRole, invite, limitedTo, update, written } from "./arrange";

let people: People;

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
});

const fields = () => ({
  contactId: people.contactId,
  version: 1,
  name: "Ana Trujillo",
  email: people.email,
});
const save = (changed: Record<string, unknown> = {}) => update(people.staff, { ...fields(), ...changed });
const stored = async (contactId = people.contactId) =>
  (
    await asSuperuser(
      "SELECT c.*, l.email FROM contacts c LEFT JOIN logins l ON l.id = c.login_id WHERE c.id = $1",
      [contactId],
    )
  )[0];

async function refused(act: () => Promise<unknown>, like: object): Promise<void> {
  const before = [await written(), await stored()];
  await expect(act()).rejects.toMatchObject(like);
  expect([await written(), await stored()]).toEqual(before);
}

describe("saving a contact", () => {
  it("keeps every field and counts the version", async () => {
    const numbers = { phone: "1", mobile: "2", fax: "3" };
    const words = { name: "Ana T.", jobTitle: "Owner", department: "Sales", notes: "Prefers\nmornings" };
    expect(await save({ ...words, ...numbers })).toMatchObject({ version: 2 });
    expect(await stored()).toMatchObject({
      ...{ name: "Ana T.", job_title: "Owner", department: "Sales", notes: "Prefers\nmornings" },
      ...numbers,
      version: 2,
    });
  });

  it("is on record with what changed, before and after, and nothing else", async () => {
    await save({ phone: "555" });
    expect(await asSuperuser("SELECT act, before, after FROM audit_events")).toEqual([
      { act: "contact.changed", before: { phone: "" }, after: { phone: "555" } },
    ]);
  });

  it("without a change writes nothing", async () => {
    const before = await written();
    expect(await save()).toMatchObject({ version: 1 });
    expect(await written()).toEqual(before);
  });

  it("makes the contact hold exactly the group roles chosen", async () => {
    const [buyer, reader] = [await groupRole(people, "Buyer", []), await groupRole(people, "Reader", [])];
    await save({ groupRoleIds: [buyer] });
    await save({ version: 2, groupRoleIds: [reader] });
    expect(await asSuperuser("SELECT group_role_id FROM contact_group_roles")).toEqual([
      { group_role_id: reader },
    ]);
    expect(await asSuperuser("SELECT before, after FROM audit_events ORDER BY id DESC LIMIT 1")).toEqual([
      { before: { groupRoles: ["Buyer"] }, after: { groupRoles: ["Reader"] } },
    ]);
  });

  it("lets the contact be found by the new name and address", async () => {
    await save({ name: "Zoë Quick", email: "zoe@example.com" });
    expect(await asSuperuser("SELECT words FROM search_words WHERE id = $1", [people.contactId])).toEqual([
      { words: " zoe quick zoe@example.com" },
    ]);
  });

  it("refuses a group role that is not there any more, leaving the other fields", async () => {
    await refused(() => save({ name: "Changed", groupRoleIds: [newId()] }), {
      code: "invalid",
      fields: { groupRoleIds: expect.any(String) },
    });
  });
});

describe("a save that comes too late", () => {
  it("is refused with who saved, what differs and the version to go on from", async () => {
    await save({ phone: "111", jobTitle: "Owner" });
    await refused(() => save({ phone: "222", jobTitle: "Owner" }), {
      code: "stale",
      message: expect.stringContaining("Clerk saved this contact"),
      details: {
        version: 2,
        differences: [{ field: "phone", theirs: "111", yours: "222" }],
        groupRoleIds: [],
      },
    });
    await save({ version: 2, phone: "222", jobTitle: "Owner" });
    expect(await stored()).toMatchObject({ phone: "222", version: 3 });
  });

  it("is one of two made at once", async () => {
    const outcomes = await Promise.allSettled([save({ phone: "1" }), save({ phone: "2" })]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await stored()).toMatchObject({ version: 2 });
  });
});

describe("a contact's e-mail address", () => {
  it("changes for the login, and links sent to the old one stop working", async () => {
    const { loginId, contactId, companyId, email } = people;
    await asActor(people.staff, (tx) =>
      createToken(tx, people.staff, { loginId, contactId, companyId, email, purpose: "activation" }),
    );
    await save({ email: "Ana.New@example.com" });
    expect(await stored()).toMatchObject({ email: "ana.new@example.com", login_id: loginId });
    expect(await asSuperuser("SELECT ended_reason FROM tokens")).toEqual([{ ended_reason: "cancelled" }]);
  });

  it("can be given to a contact who had none", async () => {
    const { contactId } = await invite(people.staff, { companyId: people.companyId, name: "Yoshi" });
    await save({ contactId, name: "Yoshi", email: "yoshi@example.com" });
    expect(await stored(contactId)).toMatchObject({ email: "yoshi@example.com", version: 2 });
  });

  it("of somebody elsewhere can be linked to a contact who had none", async () => {
    const companyId = await anotherCompany(people);
    const { contactId } = await invite(people.staff, { companyId, name: "Ana" });
    const named = { contactId, name: "Ana" };
    await refused(() => save(named), {
      code: "conflict",
      details: { contactId: people.contactId, name: "Ana Trujillo", canLink: true },
    });
    await save({ ...named, link: true });
    expect(await stored(contactId)).toMatchObject({ login_id: people.loginId });
  });

  it("of somebody else is refused for a contact with a login, leaving their links alive", async () => {
    const { contactId } = await invite(people.staff, {
      companyId: people.companyId,
      name: "Yoshi",
      email: "yoshi@example.com",
      template: "activation",
    });
    await refused(() => save({ contactId, name: "Yoshi", link: true }), {
      code: "conflict",
      fields: { email: expect.stringContaining("Ana Trujillo") },
      details: { canLink: false },
    });
    expect(await asSuperuser("SELECT ended_at FROM tokens")).toEqual([{ ended_at: null }]);
  });

  it("cannot be taken from a contact who has a login", async () => {
    await refused(() => save({ email: "" }), { code: "invalid", fields: { email: expect.any(String) } });
  });

  it("is not for staff to change who see only some of the person's companies", async () => {
    const limited = await limitedTo(people, people.companyId);
    await update(limited, { ...fields(), email: "ana2@example.com" });
    const companyId = await anotherCompany(people);
    await invite(people.staff, { companyId, name: "Ana", email: "ana2@example.com", link: true });
    await refused(() => update(limited, { ...fields(), version: 2, email: "thief@example.com" }), {
      code: "forbidden",
    });
    await update(limited, { ...fields(), version: 2, email: "ana2@example.com", phone: "1" });
  });
});

describe("saving is refused as if there were no such contact", () => {
  it("for another organisation's", async () => {
    const rival = await somePeople("rival");
    await refused(() => save({ contactId: rival.contactId }), { code: "not-found" });
    await refused(() => save({ contactId: newId() }), { code: "not-found" });
  });

  it("for one of a company that the staff user does not administer", async () => {
    const limited = await limitedTo(people, await anotherCompany(people));
    await refused(() => update(limited, { ...fields(), name: "Changed" }), { code: "not-found" });
  });
});
