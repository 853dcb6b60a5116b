/** Every staff role with the sentence that says what it opens. */
export const staffRoles = {
  administrator: "Everything, including staff and settings.",
  superuser: "Every company, contact, access setting and e-mail template.",
  companyView: "Reads every customer and supplier.",
  companyEdit: "With View, creates and edits every customer and supplier.",
  crmCompanyView: "Reads the customers and suppliers assigned to them.",
  crmCompanyEdit: "With View, edits the customers and suppliers assigned to them.",
  customerView: "Reads every contact.",
  customerEdit: "With View, adds and edits every contact and issues credentials.",
  accessView: "Reads who may see what in the portal.",
  accessAdmin: "Changes who may see what in the portal.",
  staffAdmin: "Invites staff and gives them roles.",
  templateView: "Reads the e-mail templates.",
  templateEdit: "With View, edits the e-mail templates.",
  mailView: "Reads the e-mails that Portico sent.",
  auditView: "Reads the audit trail and verifies that nobody changed it.",
  settingsAdmin: "Changes the organisation's settings.",
} as const;

export type StaffRole = keyof typeof staffRoles;

/** Every staff role, in the order in which to offer them. */
export const staffRoleIds = Object.keys(staffRoles) as [StaffRole, ...StaffRole[]];

/** Whether `role` is one that this version knows. */
export const isStaffRole = (role: string): role is StaffRole => Object.hasOwn(staffRoles, role);

// What a role opens as well, so that whoever holds it lacks nothing of those: tests hold this to the needs of pages and actions.
const opensAlso: Partial<Record<StaffRole, readonly StaffRole[]>> = {
  superuser: [
    ...(["companyView", "companyEdit", "crmCompanyView", "crmCompanyEdit"] as const),
    ...(["customerView", "customerEdit", "accessView", "accessAdmin", "mailView"] as const),
    ...(["templateView", "templateEdit"] as const),
  ],
  accessAdmin: ["accessView"],
};

/** Those of `wanted` that somebody who holds `held` lacks, and so can neither give nor take; administrators lack none. */
export function rolesLacking(held: readonly string[], wanted: readonly string[]): string[] {
  if (held.includes("administrator")) return [];
  const has = new Set(held.flatMap((role) => [role, ...(isStaffRole(role) ? (opensAlso[role] ?? []) : [])]));
  return [...new Set(wanted)].filter((role) => !has.has(role));
}
