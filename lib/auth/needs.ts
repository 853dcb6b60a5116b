import type { StaffReach } from "@/db/actor";
import type { StaffRole } from "@/lib/staff/roles";

type Way = { roles: readonly StaffRole[]; reach: StaffReach };

const all = (...roles: StaffRole[]): Way => ({ roles, reach: "all" });
const assigned = (...roles: StaffRole[]): Way => ({ roles, reach: "assigned" });
const everything = [all("administrator"), all("superuser")];

/** What pages and actions may demand of staff: ways to meet each need, the widest reach first. */
export const staffNeeds = {
  /** Any signed-in staff user, for what concerns only themselves. */
  ownAccount: [assigned()],
  /** As ownAccount, and alone met by whoever must set up a second factor before anything else. */
  secureAccount: [assigned()],
  viewCompanies: [...everything, all("companyView"), assigned("crmCompanyView"), assigned()],
  createCompanies: [...everything, all("companyView", "companyEdit"), assigned()],
  editCompanies: [
    ...everything,
    all("companyView", "companyEdit"),
    assigned("crmCompanyView", "crmCompanyEdit"),
    { roles: [], reach: "administered" },
  ],
  /** Who of the staff serves a company. */
  assignStaff: [...everything, { roles: [], reach: "administered" }],
  /** What colleagues ask for who see no company. */
  answerRequests: everything,
  importCompanies: [...everything, all("companyView", "companyEdit")],
  /** The Contacts area, across companies. */
  viewContacts: [...everything, all("customerView")],
  /** One contact, from wherever it was found. */
  viewContact: [
    ...everything,
    all("customerView"),
    all("companyView"),
    assigned("crmCompanyView"),
    assigned(),
  ],
  editContacts: [
    ...everything,
    all("customerView", "customerEdit"),
    all("companyView", "companyEdit"),
    assigned("crmCompanyView", "crmCompanyEdit"),
    { roles: [], reach: "administered" },
  ],
  viewAccess: [...everything, all("accessAdmin"), all("accessView")],
  administerAccess: [...everything, all("accessAdmin")],
  /** What the organisation is called, offers and demands. */
  administerSettings: [all("administrator"), all("settingsAdmin")],
  viewMail: [...everything, all("mailView"), assigned("crmCompanyView", "crmCompanyEdit"), assigned()],
  sendMail: [
    ...everything,
    all("customerView", "customerEdit"),
    assigned("crmCompanyView", "crmCompanyEdit"),
    { roles: [], reach: "administered" },
  ],
  /** Who works here, and what each may do. */
  viewStaff: [all("administrator"), all("staffAdmin")],
  administerStaff: [all("administrator"), all("staffAdmin")],
  /** What everybody did, or, for staff limited to some companies, what was done there. */
  viewAudit: [...everything, all("auditView"), assigned("crmCompanyView")],
  /** Whether the audit trail is as it was written. */
  verifyAudit: [...everything, all("auditView")],
  /** Whether staff must have a second factor. */
  demandSecondFactor: [all("administrator")],
  viewTemplates: [...everything, all("templateView")],
  editTemplates: [...everything, all("templateView", "templateEdit")],
} as const satisfies Record<string, readonly Way[]>;

export type StaffNeed = keyof typeof staffNeeds;

const isMet = (roles: readonly string[]) => (way: Way) => way.roles.every((role) => roles.includes(role));

/** The widest reach with which somebody holding `roles` meets `need`, or null when they do not. */
export function reachFor(need: StaffNeed, roles: readonly string[]): StaffReach | null {
  const ways: readonly Way[] = staffNeeds[need];
  return ways.find(isMet(roles))?.reach ?? null;
}

type Organisation = { companyCreators: "everyone" | "editors" | "administrators" };

const creating: readonly StaffNeed[] = ["createCompanies", "importCompanies"];
const creators: Record<Organisation["companyCreators"], readonly Way[]> = {
  everyone: [assigned()],
  editors: [...everything, all("companyView", "companyEdit")],
  administrators: everything,
};

/** As `reachFor`, within what the organisation's settings leave open: who may create companies is theirs to narrow. */
export function reachWithin(
  { companyCreators }: Organisation,
  need: StaffNeed,
  roles: readonly string[],
): StaffReach | null {
  if (creating.includes(need) && !creators[companyCreators].some(isMet(roles))) return null;
  return reachFor(need, roles);
}
