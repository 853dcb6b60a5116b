import type { StaffActor } from "@/db/actor";
import { asActor, asSystem } from "@/db/as-actor";
import { heldText } from "@/lib/staff/held-roles";
import {
  cancelStaffActivation,
  deactivateStaff,
  endSessionsOfStaff,
  reactivateStaff,
  renameStaff,
  sendStaffActivation,
  sendStaffResetLink,
  unlockStaff,
} from "@/lib/staff/act-on-account";
import { inviteStaff } from "@/lib/staff/invite-staff";
import { listStaff } from "@/lib/staff/list-staff";
import { findPerson } from "@/lib/staff/people";
import { findActiveStaff } from "@/lib/staff/queries";
import { setStaffRoles } from "@/lib/staff/set-staff-roles";
import type { StaffRole } from "@/lib/staff/roles";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";
import { actsOnRecord, addColleague, addStaffGroupRole, perform } from "./scene";

let people: People;
let ada: StaffActor;
let stella: StaffActor;
let ben: StaffActor;

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
  ada = await addColleague(people, "Ada", ["administrator"]);
  stella = await addColleague(people, "Stella", ["staffAdmin", "companyView"]);
  ben = await addColleague(people, "Ben", ["companyView"]);
});

const person = async (who: StaffActor | string) => {
  const found = await asActor(ada, (tx) => findPerson(tx, typeof who === "string" ? who : who.staffId));
  if (!found) throw new Error("There is no such person.");
  return found;
};

async function giveRoles(by: StaffActor, to: StaffActor, roles: StaffRole[], groupRoleIds: string[] = []) {
  const seen = heldText(await person(to));
  return perform(by, setStaffRoles, { staffId: to.staffId, roles, groupRoleIds, seen });
}

const invitation = (changes: object = {}) => ({
  ...{ name: "Nora New", email: "nora@winslow.example", roles: ["companyView"] as StaffRole[] },
  ...{ groupRoleIds: [], ...changes },
});

const everything = async () =>
  JSON.stringify(
    await asSuperuser(
      "SELECT (SELECT json_agg(s ORDER BY id) FROM staff_users s) AS s, (SELECT json_agg(r ORDER BY staff_id, role) FROM staff_roles r) AS r, (SELECT count(*) FROM mail) AS m, (SELECT count(*) FROM tokens) AS t, (SELECT count(*) FROM audit_events) AS a",
    ),
  );

async function expectRefused(work: Promise<unknown>, error: object): Promise<void> {
  await expect(work).rejects.toMatchObject(error);
}

describe("inviting", () => {
  it("adds a colleague with their roles and mails them a link, on record", async () => {
    const sales = await addStaffGroupRole(people, { name: "Sales", roles: ["companyView"] });
    const { staffId } = await perform(ada, inviteStaff, invitation({ groupRoleIds: [sales] }));
    expect(await person(staffId)).toMatchObject({
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
    const before = await everything();
    const taken = (email: string) => perform(ada, inviteStaff, invitation({ email }));
    await expectRefused(taken("ben@winslow.example"), {
      fields: { email: expect.stringContaining("Ben signs in with this address already") },
    });
    await expectRefused(taken("clerk@acme.example"), {
      fields: { email: expect.stringContaining("signs in somewhere else") },
    });
    expect(await everything()).toBe(before);
  });

  it("gives no role that the inviter lacks, neither directly nor by a group role", async () => {
    const bosses = await addStaffGroupRole(people, { name: "Bosses", roles: ["administrator"] });
    const before = await everything();
    await expectRefused(perform(stella, inviteStaff, invitation({ roles: ["companyEdit"] })), {
      code: "forbidden",
      message: expect.stringContaining("companyEdit"),
    });
    await expectRefused(perform(stella, inviteStaff, invitation({ groupRoleIds: [bosses] })), {
      code: "forbidden",
    });
    expect(await everything()).toBe(before);
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
    expect(await person(staffId)).toMatchObject({ state: { kind: "none" }, invitationId: null });
    await expectRefused(perform(ada, cancelStaffActivation, { staffId }), { code: "conflict" });
    await expectRefused(perform(ada, sendStaffActivation, ben), { code: "conflict" });
    expect(await actsOnRecord()).toEqual([
      "staff.invited",
      "staff.activation-sent",
      "staff.activation-cancelled",
    ]);
  });
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
    const before = await everything();
    await expectRefused(giveRoles(stella, ben, ["settingsAdmin"]), { code: "forbidden" });
    await expectRefused(giveRoles(stella, ben, ["companyView"], [bosses]), { code: "forbidden" });
    await expectRefused(giveRoles(stella, stella, ["staffAdmin", "administrator"]), { code: "forbidden" });
    expect(await everything()).toBe(before);
    await giveRoles(stella, ben, ["companyView", "staffAdmin"]);
  });

  it("of somebody who holds more cannot be changed, and neither can their account", async () => {
    const before = await everything();
    await expectRefused(giveRoles(stella, ada, []), { code: "forbidden" });
    for (const act of [deactivateStaff, sendStaffResetLink, endSessionsOfStaff])
      await expectRefused(perform(stella, act, { staffId: ada.staffId }), {
        code: "forbidden",
        message: expect.stringContaining("Ada holds roles that you do not hold: administrator"),
      });
    await expectRefused(perform(stella, renameStaff, { staffId: ada.staffId, name: "X" }), {
      code: "forbidden",
    });
    expect(await everything()).toBe(before);
  });

  it("that somebody else changed meanwhile are not overwritten", async () => {
    const seen = heldText(await person(ben));
    await giveRoles(ada, ben, ["auditView"]);
    const late = { staffId: ben.staffId, roles: [], groupRoleIds: [], seen };
    await expectRefused(perform(ada, setStaffRoles, late), { code: "stale" });
    expect((await person(ben)).roles).toEqual(["auditView"]);
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
    expect((await person(ada)).roles).toEqual(["administrator"]);
  });

  it("can step down once a group role makes somebody else one", async () => {
    await addStaffGroupRole(people, { name: "Bosses", roles: ["administrator"] }, [ben]);
    await giveRoles(ada, ada, []);
    expect((await person(ada)).roles).toEqual([]);
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
    expect(await person(ben)).toMatchObject({ state: { kind: "deactivated" }, deactivatedBy: "Stella" });
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
