import { explainRoles } from "@/lib/auth/explain-roles";
import { reachFor, staffNeeds, type StaffNeed } from "@/lib/auth/needs";
import { rolesLacking, staffRoleIds } from "@/lib/staff/roles";
import { mayText } from "@/components/staff/words";

const needs = Object.keys(staffNeeds) as StaffNeed[];
const wider = { all: 3, assigned: 2, administered: 1 };

test("whoever lacks none of some roles may already do all that these, together, let one do", () => {
  for (const holder of staffRoleIds) {
    const covered = staffRoleIds.filter((role) => rolesLacking([holder], [role]).length === 0);
    for (const need of needs) {
      const given = reachFor(need, covered);
      const own = reachFor(need, [holder]);
      expect([holder, need, given ? wider[given] : 0]).toEqual([holder, need, own ? wider[own] : 0]);
    }
  }
});

test("administrators lack nothing, others what they were not given", () => {
  expect(rolesLacking(["administrator"], staffRoleIds)).toEqual([]);
  expect(rolesLacking(["superuser"], ["companyEdit", "staffAdmin", "administrator"])).toEqual([
    "staffAdmin",
    "administrator",
  ]);
  expect(rolesLacking([], ["a role of a later version"])).toEqual(["a role of a later version"]);
});

test("what somebody may do says by which roles, and where those come from", () => {
  const explained = explainRoles({
    roles: ["accessView"],
    groupRoles: [
      { name: "Sales", isActive: true, roles: ["companyView", "companyEdit"] },
      { name: "Old", isActive: false, roles: ["administrator"] },
    ],
  });
  const text = (wanted: StaffNeed) => {
    const found = explained.find(({ need }) => need === wanted);
    return found && mayText(found.reach, found.by);
  };
  expect(text("editCompanies")).toBe("Yes, everywhere, by companyView + companyEdit of group role Sales");
  expect(text("viewAccess")).toBe("Yes, everywhere, by accessView given directly");
  expect(text("viewMail")).toBe("Yes, for the companies assigned to them, without any role");
  expect(text("administerStaff")).toBe("No");
});
