import { asActor, asSystem } from "@/db/as-actor";
import {
  cancelStaffActivation,
  deactivateStaff,
  reactivateStaff,
  renameStaff,
  sendStaffActivation,
  sendStaffResetLink,
  unlockStaff,
} from "@/lib/staff/act-on-account";
import { inviteStaff } from "@/lib/staff/invite-staff";
import { listStaff } from "@/lib/staff/list-staff";
import { findActiveStaff } from "@/lib/staff/queries";
import type { StaffRole } from "@/lib/staff/roles";
import { asSuperuser } from "@/tests/support/database";
import { somePeople } from "@/tests/support/people";
import {
  actsOnRecord,
  addColleague,
  addStaffGroupRole,
  everythingOnStaff,
  expectRefused,
  perform,
  seenBy,
  staffScene,
  type StaffScene,
} from "./scene";

let { people, ada, stella, ben } = {} as StaffScene;
beforeEach(async () => {
  ({ people, ada, stella, ben } = await staffScene());
});

const invitation = (changes: object = {}) => ({
  ...{ name: "Nora New", email: "nora@winslow.example", roles: ["companyView"] as StaffRole[] },
  ...{ groupRoleIds: [], ...changes },
});

describe("inviting", () => {
  it("adds a colleague with their roles and mails them a link, on record", async () => {
    const sales = await addStaffGroupRole(people, { name: "Sales", roles: ["companyView"] });
    const { staffId } = await perform(ada, inviteStaff, invitation({ groupRoleIds: [sales] }));
    expect(await seenBy(ada, staffId)).toMatchObject({
      ...{ name: "Nora New", state: { kind: "invited" }, allRoles: ["companyView"] },
      groupRoles: [{ name: "Sales" }],
    });
    expect(await asSuperuser("SELECT template, to_address, staff_id FROM mail")).toEqual([
      { template: "staff-activation", to_address: "nora@winslow.example", staff_id: staffId },
    ]);
    expect(await asSuperuser("SELECT act, staff_id, after FROM audit_events")).toEqual([
      {
        ...{ act: "staff.invited", staff_id: staffId },
        after: { email: "nora@winslow.example", roles: ["companyView"], groupRoles: ["Sales"] },
      },
    ]);
  });

  it("refuses an address that is in use, here or at another organisation, and says so at the field", async () => {
    await somePeople("acme");
    const before = await everythingOnStaff();
    const taken = (email: string) => perform(ada, inviteStaff, invitation({ email }));
    await expectRefused(taken("ben@winslow.example"), {
      fields: { email: expect.stringContaining("Ben signs in with this address already") },
    });
    await expectRefused(taken("clerk@acme.example"), {
      fields: { email: expect.stringContaining("signs in somewhere else") },
    });
    expect(await everythingOnStaff()).toBe(before);
  });

  it("gives no role that the inviter lacks, neither directly nor by a group role", async () => {
    const bosses = await addStaffGroupRole(people, { name: "Bosses", roles: ["administrator"] });
    const before = await everythingOnStaff();
    await expectRefused(perform(stella, inviteStaff, invitation({ roles: ["companyEdit"] })), {
      code: "forbidden",
      message: expect.stringContaining("companyEdit"),
    });
    await expectRefused(perform(stella, inviteStaff, invitation({ groupRoleIds: [bosses] })), {
      code: "forbidden",
    });
    expect(await everythingOnStaff()).toBe(before);
    await perform(stella, inviteStaff, invitation());
  });

  it("is for those who administer staff at this moment, whatever their session said", async () => {
    await expectRefused(perform({ ...ben, roles: ["administrator"] }, inviteStaff, invitation()), {
      code: "forbidden",
    });
  });

  it("can be sent again and cancelled; a cancelled one is not open", async () => {
    const { staffId } = await perform(ada, inviteStaff, invitation());
    await perform(ada, sendStaffActivation, { staffId });
    expect(await asSuperuser("SELECT ended_reason FROM tokens ORDER BY id")).toEqual([
      { ended_reason: "replaced" },
      { ended_reason: null },
    ]);
    await perform(ada, cancelStaffActivation, { staffId });
    expect(await seenBy(ada, staffId)).toMatchObject({ state: { kind: "none" }, invitationId: null });
    await expectRefused(perform(ada, cancelStaffActivation, { staffId }), { code: "conflict" });
    await expectRefused(perform(ada, sendStaffActivation, ben), { code: "conflict" });
    expect(await actsOnRecord()).toEqual([
      "staff.invited",
      "staff.activation-sent",
      "staff.activation-cancelled",
    ]);
  });
});

describe("an account", () => {
  it("that is deactivated loses its sessions and links at once; reactivated, it has its roles again", async () => {
    await asSuperuser(
      "INSERT INTO sessions (organisation_id, id, kind, staff_id, expires_at) VALUES ($1, $2, 'staff', $2, '2100-01-01')",
      [people.organisationId, ben.staffId],
    );
    await perform(ada, sendStaffResetLink, ben);
    await perform(stella, deactivateStaff, ben);
    const active = () => asSystem("test", people.organisationId, (tx) => findActiveStaff(tx, ben.staffId));
    expect(await active()).toBeNull();
    expect(await asSuperuser("SELECT ended_reason FROM sessions")).toEqual([{ ended_reason: "deactivated" }]);
    expect(await asSuperuser("SELECT ended_reason FROM tokens")).toEqual([{ ended_reason: "cancelled" }]);
    expect(await seenBy(ada, ben)).toMatchObject({ state: { kind: "deactivated" }, deactivatedBy: "Stella" });
    await expectRefused(perform(ada, sendStaffResetLink, ben), {
      message: "Ben is deactivated. Reactivate them first.",
    });
    await perform(ada, reactivateStaff, ben);
    expect((await active())?.roles).toEqual(["companyView"]);
  });

  it("of one's own cannot be deactivated", async () => {
    await addColleague(people, "Abe", ["administrator"]);
    await expectRefused(perform(ada, deactivateStaff, ada), {
      message: expect.stringContaining("You cannot deactivate yourself"),
    });
  });

  it("that is not locked cannot be unlocked", async () => {
    await expectRefused(perform(ada, unlockStaff, ben), { code: "conflict", message: "Ben is not locked." });
  });

  it("takes another name, on record", async () => {
    await perform(ada, renameStaff, { staffId: ben.staffId, name: "Benjamin" });
    expect(await asSuperuser("SELECT before, after FROM audit_events")).toEqual([
      { before: { name: "Ben" }, after: { name: "Benjamin" } },
    ]);
  });
});

describe("the list", () => {
  const list = (changes: object = {}) =>
    asActor(ada, (tx) => listStaff(tx, { q: "", state: null, role: null, ...changes }));
  const names = async (changes?: object) => (await list(changes)).rows.map(({ name }) => name);

  it("finds by name and address without case, by state and by role, also of group roles", async () => {
    await addColleague(people, "Invited", [], null);
    await addStaffGroupRole(people, { name: "Sales", roles: ["auditView"] }, [ben]);
    await perform(ada, deactivateStaff, stella);
    expect(await names()).toEqual(["Ada", "Ben", "Clerk", "Invited"]);
    expect(await names({ q: "BEN@winslow" })).toEqual(["Ben"]);
    expect(await names({ state: "invited" })).toEqual(["Clerk", "Invited"]);
    expect(await names({ state: "deactivated" })).toEqual(["Stella"]);
    expect(await names({ role: "auditView" })).toEqual(["Ben"]);
    expect(await names({ q: "%" })).toEqual([]);
  });

  it("pages by name there and back", async () => {
    const page = (query: object) =>
      asActor(ada, (tx) => listStaff(tx, { q: "", state: null, role: null, ...query }, 2));
    const first = await page({});
    expect(first.total).toBe(4);
    const second = await page({ page: first.older });
    expect([...first.rows, ...second.rows].map(({ name }) => name)).toEqual([
      "Ada",
      "Ben",
      "Clerk",
      "Stella",
    ]);
    expect((await page({ page: second.newer })).rows.map(({ name }) => name)).toEqual(["Ada", "Ben"]);
  });
});
