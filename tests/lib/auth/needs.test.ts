import { reachFor, staffNeeds, type StaffNeed } from "@/lib/auth/needs";
import { staffRoles } from "@/lib/staff/roles";

const needs = Object.keys(staffNeeds) as StaffNeed[];

test("an administrator meets every need, everywhere except for what is their own", () => {
  for (const need of needs.filter((name) => name !== "ownAccount" && name !== "secureAccount"))
    expect(reachFor(need, ["administrator"])).toBe("all");
});

test("without a role only the companies one is assigned to are in reach, and only for what needs no role", () => {
  const open = needs.filter((need) => reachFor(need, []) !== null);
  expect(open.sort()).toEqual(
    [
      "assignStaff",
      "createCompanies",
      "editCompanies",
      "editContacts",
      "ownAccount",
      "secureAccount",
      "sendMail",
      "viewCompanies",
      "viewContact",
      "viewMail",
    ].sort(),
  );
  for (const need of open) expect(reachFor(need, [])).not.toBe("all");
});

test("View alone reads: editing takes View and Edit", () => {
  expect(reachFor("viewCompanies", ["companyView"])).toBe("all");
  expect(reachFor("editCompanies", ["companyView"])).toBe("administered");
  expect(reachFor("editCompanies", ["companyEdit"])).toBe("administered");
  expect(reachFor("editCompanies", ["companyView", "companyEdit"])).toBe("all");
});

test("crmCompanyView and crmCompanyEdit reach the assigned companies only, also beside other roles", () => {
  expect(reachFor("editCompanies", ["crmCompanyView", "crmCompanyEdit", "accessAdmin"])).toBe("assigned");
  expect(reachFor("viewCompanies", ["crmCompanyView", "customerView"])).toBe("assigned");
  expect(reachFor("viewContacts", ["crmCompanyView", "crmCompanyEdit"])).toBeNull();
});

test("every role that a need names exists", () => {
  const named = Object.values(staffNeeds).flatMap((ways) => ways.flatMap((way) => [...way.roles]));
  for (const role of named) expect(Object.keys(staffRoles)).toContain(role);
});
