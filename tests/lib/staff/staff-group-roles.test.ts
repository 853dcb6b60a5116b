import type { StaffActor } from "@/db/actor";
import { asActor } from "@/db/as-actor";
import { findGroupRole, listGroupRoles } from "@/lib/group-roles/queries";
import { deactivateStaff } from "@/lib/staff/act-on-account";
import { findPerson } from "@/lib/staff/people";
import {
  addStaffMember,
  createStaffGroupRole,
  deactivateStaffGroupRole,
  deleteStaffGroupRole,
  reactivateStaffGroupRole,
  removeStaffMember,
  updateStaffGroupRole,
} from "@/lib/staff/staff-group-roles";
import { effectsOnStaff, staffKind } from "@/lib/staff/staff-kind";
import { suggestStaff } from "@/lib/staff/suggest-staff";
import { asSuperuser } from "@/tests/support/database";
import { actsOnRecord, addColleague, addStaffGroupRole, perform, staffScene, type StaffScene } from "./scene";

let { people, ada, stella, ben } = {} as StaffScene;
beforeEach(async () => {
  ({ people, ada, stella, ben } = await staffScene());
});

const rolesOf = async (who: StaffActor) =>
  (await asActor(ada, (tx) => findPerson(tx, who.staffId)))?.allRoles.sort();
const sales = { name: "Sales", code: "SALES", description: "", roles: ["companyView", "companyEdit"] };
const forbidden = { code: "forbidden" };
const last = { code: "conflict", message: expect.stringContaining("active administrator") };
const bosses = (isActive = true, members: StaffActor[] = [ada]) =>
  addStaffGroupRole(people, { name: "Bosses", roles: ["administrator"], isActive }, members);
const without = async (role: string) => asSuperuser("DELETE FROM staff_roles WHERE role = $1", [role]);

test("a group role gives its members its roles, and an edit, a pause and a deletion bind at once, on record", async () => {
  const { groupRoleId } = await perform(ada, createStaffGroupRole, sales);
  await perform(ada, addStaffMember, { groupRoleId, staffId: ben.staffId });
  expect(await rolesOf(ben)).toEqual(["companyEdit", "companyView"]);
  const edited = await perform(ada, updateStaffGroupRole, {
    ...{ ...sales, groupRoleId, version: 1 },
    roles: ["auditView"],
  });
  expect(edited).toMatchObject({ gaining: 1, losing: 1 });
  expect(await rolesOf(ben)).toEqual(["auditView", "companyView"]);
  await perform(ada, deactivateStaffGroupRole, { groupRoleId });
  expect(await rolesOf(ben)).toEqual(["companyView"]);
  await perform(ada, reactivateStaffGroupRole, { groupRoleId });
  await perform(ada, deleteStaffGroupRole, { groupRoleId, members: 1, losing: 1 });
  expect(await rolesOf(ben)).toEqual(["companyView"]);
  expect(await actsOnRecord()).toEqual([
    ...["group-role.created", "group-role.given", "group-role.changed", "group-role.deactivated"],
    ...["group-role.reactivated", "group-role.deleted"],
  ]);
});

test("a deletion names who loses what, leaves out what they hold otherwise, and is refused when that changed", async () => {
  const groupRoleId = await addStaffGroupRole(people, { name: "Sales", roles: sales.roles }, [ben, stella]);
  await addStaffGroupRole(people, { name: "Other", roles: ["companyEdit"] }, [stella]);
  const effects = await asActor(ada, async (tx) => {
    const groupRole = await findGroupRole(tx, groupRoleId, staffKind);
    return groupRole && effectsOnStaff(tx, groupRole, { isActive: false, roles: [] });
  });
  expect(effects).toEqual([
    { id: ben.staffId, name: "Ben", gains: [], loses: ["companyEdit"] },
    { id: stella.staffId, name: "Stella", gains: [], loses: [] },
  ]);
  const question = { groupRoleId, members: 2, losing: 0 };
  await expect(perform(ada, deleteStaffGroupRole, question)).rejects.toMatchObject({ code: "stale" });
});

test("group roles for staff and for contacts are not taken for each other, and share no codes", async () => {
  const { groupRoleId } = await perform(ada, createStaffGroupRole, sales);
  await expect(perform(ada, createStaffGroupRole, { ...sales, code: "sales" })).rejects.toMatchObject({
    fields: { code: expect.any(String) },
  });
  const found = (kind?: typeof staffKind) => asActor(ada, (tx) => findGroupRole(tx, groupRoleId, kind));
  expect(await found()).toBeNull();
  expect(await found(staffKind)).toMatchObject({ name: "Sales", members: 0 });
  expect(await asActor(ada, (tx) => listGroupRoles(tx))).toEqual([]);
});

test("nobody gives what they lack: by a new group role, an edit, a member or a reactivation", async () => {
  const groupRoleId = await bosses(false, []);
  const open = await addStaffGroupRole(people, { name: "Open", roles: ["companyView"] });
  const tries = [
    perform(stella, createStaffGroupRole, { ...sales, roles: ["settingsAdmin"] }),
    perform(stella, updateStaffGroupRole, {
      ...sales,
      groupRoleId: open,
      version: 1,
      roles: ["administrator"],
    }),
    perform(stella, addStaffMember, { groupRoleId, staffId: stella.staffId }),
    perform(stella, reactivateStaffGroupRole, { groupRoleId }),
    perform(stella, deleteStaffGroupRole, { groupRoleId, members: 0, losing: 0 }),
    perform(stella, addStaffMember, { groupRoleId: open, staffId: ada.staffId }),
    perform(ben, createStaffGroupRole, sales),
  ];
  for (const outcome of await Promise.allSettled(tries))
    expect(outcome).toMatchObject({ status: "rejected", reason: forbidden });
  expect(await actsOnRecord()).toEqual([]);
  await perform(stella, addStaffMember, { groupRoleId: open, staffId: ben.staffId });
});

test("the last administrator, who is one by a group role, stays one whatever is done to it", async () => {
  const groupRoleId = await bosses();
  await without("administrator");
  const edit = { ...sales, groupRoleId, version: 1, roles: ["auditView"] as string[] };
  await expect(perform(ada, updateStaffGroupRole, edit)).rejects.toMatchObject(last);
  await expect(perform(ada, deactivateStaffGroupRole, { groupRoleId })).rejects.toMatchObject(last);
  const question = { groupRoleId, members: 1, losing: 1 };
  await expect(perform(ada, deleteStaffGroupRole, question)).rejects.toMatchObject(last);
  const member = { groupRoleId, staffId: ada.staffId };
  await expect(perform(ada, removeStaffMember, member)).rejects.toMatchObject(last);
  expect(await rolesOf(ada)).toEqual(["administrator"]);
});

test("of two who take the last two administrators away at once, one by group role, one succeeds", async () => {
  const abe = await addColleague(people, "Abe", []);
  const groupRoleId = await bosses(true, [abe]);
  const both = await Promise.allSettled([
    perform(abe, deactivateStaff, ada),
    perform(ada, deactivateStaffGroupRole, { groupRoleId }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("colleagues are found by name or address, with whether they are members already", async () => {
  const groupRoleId = await addStaffGroupRole(people, { name: "Sales", roles: [] }, [ben]);
  expect(await asActor(ada, (tx) => suggestStaff(tx, groupRoleId, "BEN"))).toEqual([
    { id: ben.staffId, name: "Ben", detail: "ben@winslow.example", isMember: true },
  ]);
});
