/** Which companies a staff user's act reaches: every one, those assigned to them, or those they administer. */
export type StaffReach = "all" | "assigned" | "administered";

/** A staff user at work, with the reach that the need of this page or action gives them. */
export type StaffActor = {
  kind: "staff";
  organisationId: string;
  staffId: string;
  name: string;
  reach: StaffReach;
  roles: readonly string[];
};

/** A contact at work: a login acting for one of its contacts, with its company and the sites below in `companyIds`. */
export type ContactActor = {
  kind: "contact";
  organisationId: string;
  loginId: string;
  contactId: string;
  companyId: string;
  companyIds: readonly string[];
  name: string;
};

/** The application itself, with the reason in writing; `any` sees only what is looked up before the organisation is known. */
export type SystemActor = { kind: "system"; organisationId: string; reason: string };

/** Whoever acts. */
export type Actor = StaffActor | ContactActor | SystemActor;
