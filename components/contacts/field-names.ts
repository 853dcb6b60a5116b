/** What the fields of a contact are called, by name. */
export const fieldNames: Record<string, string> = {
  name: "Name",
  email: "E-mail",
  jobTitle: "Job title",
  department: "Department",
  phone: "Phone",
  mobile: "Mobile",
  fax: "Fax",
  notes: "Notes",
};
