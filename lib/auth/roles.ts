/** Every staff role with the sentence that says what it opens. */
export const staffRoles = {
  administrator: "Everything, including staff and settings.",
  superuser: "Every company, contact and access setting.",
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
  templateEdit: "Edits the e-mail templates.",
  mailView: "Reads the e-mails that Portico sent.",
  auditView: "Reads the audit trail.",
  settingsAdmin: "Changes the organisation's settings.",
} as const;

export type StaffRole = keyof typeof staffRoles;

/** Whether `role` is one that this version knows. */
export const isStaffRole = (role: string): role is StaffRole => Object.hasOwn(staffRoles, role);
