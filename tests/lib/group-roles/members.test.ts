import { asActor } from "@/db/as-actor";
import { listMembers } from "@/lib/group-roles/list-members";
import { suggestMembers } from "@/lib/group-roles/suggest-members";
import { newId } from "@/lib/platform/ids";
import { update as updateContact } from "@/tests/lib/contacts/arrange";
import { resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";
import { allowed, colleague, create, events, give, take } from "./arrange";

let people: People;
let ada: People["staff"];
let id: string;

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
  ada = people.staff;
  id = await create(ada);
});

const members = (page?: string, size?: number) => asActor(ada, (tx) => listMembers(tx, id, page, size));
const acts = async () => (await events()).map(({ act }) => act).slice(1);

describe("a member of a group role", () => {
  it("is allowed at once what it gives, and no longer once it is taken away, both on the contact's record", async () => {
    await give(ada, id, people.contactId);
    expect(await allowed(ada, people.contactId)).toEqual(["enquiries", "quotations"]);
    await take(ada, id, people.contactId);
    expect(await allowed(ada, people.contactId)).toEqual([]);
    expect((await events()).slice(1)).toMatchObject([
      { act: "group-role.given", contact_id: people.contactId, after: { groupRole: "Buyer" } },
      { act: "group-role.taken", contact_id: people.contactId, before: { groupRole: "Buyer" } },
    ]);
  });

  it("added or removed twice, also at once, is so once", async () => {
    await Promise.all([give(ada, id, people.contactId), give(ada, id, people.contactId)]);
    await give(ada, id, people.contactId);
    await Promise.all([take(ada, id, people.contactId), take(ada, id, people.contactId)]);
    expect(await acts()).toEqual(["group-role.given", "group-role.taken"]);
  });

  it("does not come back by a form of the contact that was open meanwhile", async () => {
    await give(ada, id, people.contactId);
    const form = { contactId: people.contactId, name: "Ana Trujillo", email: people.email, version: 2 };
    await take(ada, id, people.contactId);
    await expect(updateContact(ada, { ...form, groupRoleIds: [id] })).rejects.toMatchObject({
      code: "stale",
      message: expect.stringContaining("Clerk saved"),
      details: { groupRoleIds: [], differences: [{ field: "groupRoleIds", theirs: "", yours: "Buyer" }] },
    });
    expect(await allowed(ada, people.contactId)).toEqual([]);
  });

  it("is refused when the contact is of another organisation or out of reach, like one who does not exist", async () => {
    const rival = await somePeople("rival");
    for (const contactId of [rival.contactId, newId()])
      await expect(give(ada, id, contactId)).rejects.toMatchObject({ code: "not-found" });
    await expect(give({ ...ada, reach: "assigned" }, id, people.contactId)).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(take(rival.staff, id, people.contactId)).rejects.toMatchObject({ code: "not-found" });
    expect(await acts()).toEqual([]);
  });
});

describe("the members", () => {
  it("are listed by name, page by page and back", async () => {
    await give(ada, id, people.contactId);
    for (const name of ["Ben", "Cleo", "Dan"]) await give(ada, id, await colleague(people, name));
    await colleague(people, "Nobody");
    const first = await members(undefined, 3);
    expect(first.rows.map(({ name }) => name)).toEqual(["Ana Trujillo", "Ben", "Cleo"]);
    const second = await members(first.older, 3);
    expect(second.rows).toMatchObject([{ name: "Dan", companyName: "Parkway Cinemas" }]);
    expect((await members(second.newer, 3)).rows).toHaveLength(3);
  });

  it("to be are found by a part of their name, with whether they are members already", async () => {
    await give(ada, id, people.contactId);
    await colleague(people, "Anatol");
    const found = await asActor(ada, (tx) => suggestMembers(tx, id, "ana"));
    expect(found).toMatchObject([
      { name: "Ana Trujillo", isMember: true, detail: "Parkway Cinemas" },
      { name: "Anatol", isMember: false },
    ]);
  });
});
