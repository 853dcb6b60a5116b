import { asSystem } from "@/db/as-actor";
import {
  deactivateStaff,
  endSessionsOfStaff,
  renameStaff,
  sendStaffResetLink,
} from "@/lib/staff/act-on-account";
import { heldText } from "@/lib/staff/held-roles";
import { findActiveStaff } from "@/lib/staff/queries";
import { setStaffRoles } from "@/lib/staff/set-staff-roles";
import { asSuperuser } from "@/tests/support/database";
import { somePeople } from "@/tests/support/people";
import {
  addColleague,
  addStaffGroupRole,
  everythingOnStaff,
  expectRefused,
  giveRoles,
  perform,
  seenBy,
  staffScene,
  type StaffScene,
} from "./scene";

let { people, ada, stella, ben } = {} as StaffScene;
beforeEach(async () => {
  ({ people, ada, stella, ben } = await staffScene());
});

describe("roles", () => {
  it("bind at the next request, with before and after on record", async () => {
    await giveRoles(ada, ben, ["companyView", "companyEdit"]);
    const roles = async () =>
      (await asSystem("test", people.organisationId, (tx) => findActiveStaff(tx, ben.staffId)))?.roles;
    expect([...((await roles()) ?? [])].sort()).toEqual(["companyEdit", "companyView"]);
    await giveRoles(ada, ben, []);
    expect(await roles()).toEqual([]);
    const events = await asSuperuser("SELECT act, before, after FROM audit_events ORDER BY id");
    expect(events).toMatchObject([
      { before: { roles: ["companyView"] }, after: { roles: ["companyView", "companyEdit"] } },
      { after: { roles: [], groupRoles: [] } },
    ]);
  });

  it("are not given by somebody who lacks them, directly or by a group role", async () => {
    const bosses = await addStaffGroupRole(people, {
      name: "Bosses",
      roles: ["administrator"],
      isActive: false,
    });
    const before = await everythingOnStaff();
    await expectRefused(giveRoles(stella, ben, ["settingsAdmin"]), { code: "forbidden" });
    await expectRefused(giveRoles(stella, ben, ["companyView"], [bosses]), { code: "forbidden" });
    await expectRefused(giveRoles(stella, stella, ["staffAdmin", "administrator"]), { code: "forbidden" });
    expect(await everythingOnStaff()).toBe(before);
    await giveRoles(stella, ben, ["companyView", "staffAdmin"]);
  });

  it("of somebody who holds more cannot be changed, and neither can their account", async () => {
    const before = await everythingOnStaff();
    await expectRefused(giveRoles(stella, ada, []), { code: "forbidden" });
    for (const act of [deactivateStaff, sendStaffResetLink, endSessionsOfStaff])
      await expectRefused(perform(stella, act, { staffId: ada.staffId }), {
        code: "forbidden",
        message: expect.stringContaining("Ada holds roles that you do not hold: administrator"),
      });
    await expectRefused(perform(stella, renameStaff, { staffId: ada.staffId, name: "X" }), {
      code: "forbidden",
    });
    expect(await everythingOnStaff()).toBe(before);
  });

  it("that somebody else changed meanwhile are not overwritten", async () => {
    const seen = heldText(await seenBy(ada, ben));
    await giveRoles(ada, ben, ["auditView"]);
    const late = { staffId: ben.staffId, roles: [], groupRoleIds: [], seen };
    await expectRefused(perform(ada, setStaffRoles, late), { code: "stale" });
    expect((await seenBy(ada, ben)).roles).toEqual(["auditView"]);
  });

  it("leave another organisation's staff alone, who cannot be told from nobody", async () => {
    const others = await somePeople("acme");
    const theirs = { staffId: others.staff.staffId, roles: [], groupRoleIds: [], seen: "" };
    await expectRefused(perform(ada, setStaffRoles, theirs), { code: "not-found" });
    await expectRefused(perform(ada, deactivateStaff, theirs), { code: "not-found" });
  });
});

describe("the last active administrator", () => {
  const last = { code: "conflict", message: expect.stringContaining("active administrator") };

  it("cannot be demoted, also not while another was only invited or is deactivated", async () => {
    await addColleague(people, "Invited", ["administrator"], null);
    const gone = await addColleague(people, "Gone", ["administrator"]);
    await perform(ada, deactivateStaff, gone);
    await expectRefused(giveRoles(ada, ada, []), last);
    expect((await seenBy(ada, ada)).roles).toEqual(["administrator"]);
  });

  it("can step down once a group role makes somebody else one", async () => {
    await addStaffGroupRole(people, { name: "Bosses", roles: ["administrator"] }, [ben]);
    await giveRoles(ada, ada, []);
    expect((await seenBy(ada, ada)).roles).toEqual([]);
  });

  it("remains when two administrators demote each other at once", async () => {
    const abe = await addColleague(people, "Abe", ["administrator"]);
    const both = await Promise.allSettled([giveRoles(ada, abe, []), giveRoles(abe, ada, [])]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const left = await asSuperuser("SELECT staff_id FROM staff_roles WHERE role = 'administrator'");
    expect(left).toHaveLength(1);
  });

  it("remains when two administrators deactivate each other at once", async () => {
    const abe = await addColleague(people, "Abe", ["administrator"]);
    const both = await Promise.allSettled([
      perform(ada, deactivateStaff, abe),
      perform(abe, deactivateStaff, ada),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});
