import { asActor } from "@/db/as-actor";
import { createGroupRoleInput } from "@/lib/group-roles/input";
import { findGroupRole, listGroupRoles } from "@/lib/group-roles/queries";
import { deactivateGroupRole, reactivateGroupRole } from "@/lib/group-roles/switch-group-role";
import { newId } from "@/lib/platform/ids";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";
import { allowed, colleague, create, decide, events, give, reachOf, remove, update } from "./arrange";

let people: People;
let ada: People["staff"];

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
  ada = people.staff;
});

const list = (actor = ada) => asActor(actor, listGroupRoles);
const stored = (id: string, actor = ada) => asActor(actor, (tx) => findGroupRole(tx, id));

describe("a group role", () => {
  it("is created with what it gives, held by nobody, and on record", async () => {
    const id = await create(ada, { roles: ["quotations", "enquiries"] });
    expect(await stored(id)).toEqual({
      ...{ id, code: "BUYER", name: "Buyer", description: "Buys.", isActive: true, version: 1, members: 0 },
      roles: ["enquiries", "quotations"],
    });
    expect(await events()).toMatchObject([{ act: "group-role.created", after: { code: "BUYER" } }]);
  });

  it("is refused at the field when another one has its code in any case, also when both come at once", async () => {
    await create(ada);
    await expect(create(ada, { code: "buyer" })).rejects.toMatchObject({
      code: "conflict",
      fields: { code: expect.stringContaining("Another group role has the code buyer") },
    });
    const outcomes = await Promise.allSettled([create(ada, { code: "Site" }), create(ada, { code: "SITE" })]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await list()).toHaveLength(2);
    await create((await somePeople("rival")).staff);
  });

  it("needs a name and a code, and gives only what there is", () => {
    const problems = createGroupRoleInput.safeParse({ name: " ", code: "", roles: ["everything"] }).error
      ?.issues;
    expect(problems?.map(({ path }) => path[0])).toEqual(["name", "code", "roles"]);
    expect(createGroupRoleInput.parse({ name: "A", code: "A" }).roles).toEqual([]);
  });

  it("gives at once what an edit adds and takes what it leaves out, and says to how many", async () => {
    const id = await create(ada);
    await give(ada, id, people.contactId);
    expect(await update(ada, id, { roles: ["quotations", "invoices"] })).toMatchObject({
      ...{ version: 2, gaining: 1, losing: 1 },
    });
    expect(await allowed(ada, people.contactId)).toEqual(["quotations", "invoices"]);
    expect((await events()).at(-1)).toMatchObject({
      act: "group-role.changed",
      before: { roles: ["enquiries", "quotations"] },
      after: { roles: ["quotations", "invoices"], members: 1, gaining: 1, losing: 1 },
    });
  });

  it("is not saved, and nothing is recorded, when nothing changed", async () => {
    const id = await create(ada);
    expect(await update(ada, id)).toMatchObject({ version: 1 });
    expect(await events()).toHaveLength(1);
  });

  it("cannot take the code of another one", async () => {
    await create(ada, { code: "SITE" });
    const id = await create(ada);
    await expect(update(ada, id, { code: "site" })).rejects.toMatchObject({
      fields: { code: expect.anything() },
    });
    expect(await stored(id)).toMatchObject({ code: "BUYER", version: 1 });
  });

  it("is not overwritten by a save that comes too late, which is told what differs", async () => {
    const id = await create(ada);
    await update(ada, id, { name: "Purchaser", roles: ["invoices"] });
    await expect(update(ada, id, { description: "Mine" })).rejects.toMatchObject({
      code: "stale",
      message: expect.stringContaining("Clerk saved this group role"),
      details: {
        version: 2,
        theirs: { name: "Purchaser", roles: ["invoices"] },
        differences: [
          { field: "name", theirs: "Purchaser", yours: "Buyer" },
          { field: "description", theirs: "Buys.", yours: "Mine" },
          { field: "roles", theirs: "Invoices", yours: "Enquiries, Quotations" },
        ],
      },
    });
    expect(await stored(id)).toMatchObject({ name: "Purchaser", version: 2 });
  });

  it("is saved by one of several who save it at once", async () => {
    const id = await create(ada);
    const saves = ["A", "B", "C", "D"].map((name) => update(ada, id, { name }));
    const outcomes = await Promise.allSettled(saves);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await stored(id)).toMatchObject({ version: 2 });
  });

  it("gives nothing while it is inactive, and gives it again afterwards", async () => {
    const id = await create(ada);
    await give(ada, id, people.contactId);
    const off = () => asActor(ada, (tx) => deactivateGroupRole({ tx, actor: ada }, { groupRoleId: id }));
    expect(await off()).toMatchObject({ losing: 1 });
    expect(await off()).toMatchObject({ losing: 0 });
    expect(await allowed(ada, people.contactId)).toEqual([]);
    await asActor(ada, (tx) => reactivateGroupRole({ tx, actor: ada }, { groupRoleId: id }));
    expect(await allowed(ada, people.contactId)).toEqual(["enquiries", "quotations"]);
    const acts = (await events()).map(({ act }) => act);
    expect(acts.slice(-2)).toEqual(["group-role.deactivated", "group-role.reactivated"]);
  });
});

describe("deleting a group role", () => {
  it("reaches its members, and of them those whom nothing else gives the same", async () => {
    const id = await create(ada, { roles: ["enquiries"] });
    const other = await create(ada, { code: "OTHER", roles: ["enquiries"] });
    const [own, both, ticked, barred, back] = [
      people.contactId,
      await colleague(people, "Both"),
      await colleague(people, "Ticked"),
      await colleague(people, "Barred"),
      await colleague(people, "Back"),
    ];
    for (const contact of [own, both, ticked, barred, back]) await give(ada, id, contact);
    await give(ada, other, both);
    await decide(ada, ticked, { permission: "enquiries", effect: "allow" });
    await decide(ada, barred, { permission: "enquiries", effect: "deny" });
    await decide(ada, back, { permission: "enquiries", effect: "inherit" });
    expect(await reachOf(ada, id)).toEqual({ members: 5, losing: 2 });
    await remove(ada, id, { members: 5, losing: 2 });
    expect(await stored(id)).toBeNull();
    expect(await allowed(ada, own)).toEqual([]);
    expect(await allowed(ada, both)).toEqual(["enquiries"]);
    expect(await allowed(ada, ticked)).toEqual(["enquiries"]);
    expect((await events()).at(-1)).toMatchObject({
      act: "group-role.deleted",
      before: { code: "BUYER", roles: ["enquiries"], members: 5, losing: 2 },
    });
  });

  it("is refused when it reaches others by now than the question said, and deletes nothing", async () => {
    const id = await create(ada);
    const asked = await reachOf(ada, id);
    await give(ada, id, people.contactId);
    await expect(remove(ada, id, asked)).rejects.toMatchObject({
      code: "stale",
      message: expect.stringContaining("1 member, of whom 1 would lose something. Nothing was deleted."),
    });
    expect(await allowed(ada, people.contactId)).toEqual(["enquiries", "quotations"]);
  });

  it("and giving it to somebody at the same time end in one order or the other", async () => {
    const id = await create(ada);
    const [removed, given] = await Promise.allSettled([remove(ada, id), give(ada, id, people.contactId)]);
    if (removed.status === "fulfilled")
      expect(given).toMatchObject({ status: "rejected", reason: { code: "not-found" } });
    else expect([removed, given.status]).toMatchObject([{ reason: { code: "stale" } }, "fulfilled"]);
    const left = removed.status === "fulfilled" ? 0 : 1;
    expect(await asSuperuser("SELECT 1 FROM contact_group_roles")).toHaveLength(left);
  });

  it("twice is refused the second time", async () => {
    const id = await create(ada);
    await remove(ada, id);
    await expect(remove(ada, id)).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("group roles of somebody else", () => {
  it("look like those that do not exist: of another organisation, for staff, or beyond one's reach", async () => {
    const rival = (await somePeople("rival")).staff;
    const foreign = await create(rival);
    const [staffs] = await asSuperuser<{ id: string }>(
      "INSERT INTO group_roles (organisation_id, id, audience, code, name, roles) VALUES ($1, gen_random_uuid(), 'staff', 'S', 'S', '{}') RETURNING id",
      [people.organisationId],
    );
    for (const id of [foreign, staffs?.id ?? "", newId()]) {
      expect(await stored(id)).toBeNull();
      for (const act of [update(ada, id), remove(ada, id), give(ada, id, people.contactId)])
        await expect(act).rejects.toMatchObject({ code: "not-found" });
    }
    expect(await list()).toEqual([]);
    const own = await create(ada);
    await expect(update({ ...ada, reach: "assigned" }, own, { name: "X" })).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await stored(own)).toMatchObject({ name: "Buyer" });
  });
});
