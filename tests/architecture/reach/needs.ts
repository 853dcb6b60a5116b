import type { StaffReach } from "@/db/actor";
import type { StaffNeed } from "@/lib/auth/needs";
import { staffRoleIds, type StaffRole } from "@/lib/staff/roles";

type Roles = readonly StaffRole[];

/**
 * How far a need reaches: `everywhere` lists the sets of roles that open it for the whole organisation, and `because` says why that is
 * right; `assigned` and `administered` those that open it for the companies that somebody is assigned to, or administers. `[]` is no role.
 */
export type ReachOfNeed = {
  everywhere: readonly Roles[];
  because?: string;
  /** Wherever it reaches, what stands behind it speaks of no company. */
  namesNoCompany?: true;
  assigned?: readonly Roles[];
  administered?: readonly Roles[];
};

const nobody: Roles = [];
const crm: Roles = ["crmCompanyView", "crmCompanyEdit"];
const companies: Roles = ["companyView", "companyEdit"];
const contacts: Roles = ["customerView", "customerEdit"];
/** Whoever runs the organisation, or all of its customers. */
const heads: readonly Roles[] = [["administrator"], ["superuser"]];

/** The reach of every need, written a second time and by hand: what lib/auth/needs.ts says is held to this, over all sets of roles. */
export const reachOfNeeds: Record<StaffNeed, ReachOfNeed> = {
  ownAccount: { everywhere: [], assigned: [nobody] },
  secureAccount: { everywhere: [], assigned: [nobody] },
  viewCompanies: {
    everywhere: [...heads, ["companyView"]],
    because: "companyView reads every customer and supplier",
    assigned: [nobody],
  },
  createCompanies: {
    everywhere: [...heads, companies],
    because: "companyEdit creates and edits every customer and supplier",
    assigned: [nobody],
  },
  editCompanies: {
    everywhere: [...heads, companies],
    because: "companyEdit creates and edits every customer and supplier",
    assigned: [crm],
    administered: [nobody],
  },
  assignStaff: {
    everywhere: heads,
    because: "who runs the organisation says who serves whom",
    administered: [nobody],
  },
  answerRequests: { everywhere: heads, because: "a request may ask for any company" },
  importCompanies: { everywhere: [...heads, companies], because: "a file may hold any company" },
  viewContacts: { everywhere: [...heads, ["customerView"]], because: "customerView reads every contact" },
  viewContact: {
    everywhere: [...heads, ["customerView"], ["companyView"]],
    because: "customerView reads every contact, and companyView those of every company",
    assigned: [nobody],
  },
  editContacts: {
    everywhere: [...heads, contacts, companies],
    because: "customerEdit edits every contact, and companyEdit those of every company",
    assigned: [crm],
    administered: [nobody],
  },
  viewAccess: {
    everywhere: [...heads, ["accessView"], ["accessAdmin"]],
    because: "accessView reads who may see what in the whole portal",
  },
  administerAccess: {
    everywhere: [...heads, ["accessAdmin"]],
    because: "accessAdmin decides for the whole portal, also for everybody at once",
  },
  administerSettings: {
    everywhere: [["administrator"], ["settingsAdmin"]],
    because: "settings are those of the organisation",
    namesNoCompany: true,
  },
  viewMail: {
    everywhere: [...heads, ["mailView"]],
    because: "mailView reads whatever Portico sent",
    assigned: [nobody],
  },
  sendMail: {
    everywhere: [...heads, contacts],
    because: "customerEdit sends every contact their credentials",
    assigned: [crm],
    administered: [nobody],
  },
  viewStaff: {
    everywhere: [["administrator"], ["staffAdmin"]],
    because: "staffAdmin sees what each colleague may do, and at which companies",
  },
  administerStaff: {
    everywhere: [["administrator"], ["staffAdmin"]],
    because: "colleagues belong to the organisation, not to a company",
    namesNoCompany: true,
  },
  viewAudit: {
    everywhere: [...heads, ["auditView"]],
    because: "auditView reads what anybody did",
    assigned: [["crmCompanyView"]],
  },
  verifyAudit: {
    everywhere: [...heads, ["auditView"]],
    because: "the chain is of all events and can only be verified whole",
    namesNoCompany: true,
  },
  demandSecondFactor: {
    everywhere: [["administrator"]],
    because: "it binds everybody who works here",
    namesNoCompany: true,
  },
  viewTemplates: {
    everywhere: [...heads, ["templateView"]],
    because: "templates are the organisation's",
    namesNoCompany: true,
  },
  editTemplates: {
    everywhere: [...heads, ["templateView", "templateEdit"]],
    because: "templates are the organisation's",
    namesNoCompany: true,
  },
};

/** The reach that these roles are expected to give, or null when the need is not met. */
export function expectedReach(need: StaffNeed, held: readonly string[]): StaffReach | null {
  const { everywhere, assigned = [], administered = [] } = reachOfNeeds[need];
  const opens = (ways: readonly Roles[]) => ways.some((roles) => roles.every((role) => held.includes(role)));
  if (opens(everywhere)) return "all";
  if (opens(assigned)) return "assigned";
  return opens(administered) ? "administered" : null;
}

const ownAccount: readonly string[] = ["ownAccount", "secureAccount"] satisfies StaffNeed[];

/** How far an entry of the matrix reaches, in words; empty when that is not written down. */
export function reachInWords(demand: string): string {
  if (demand === "public") return "anybody, for the reason that stands in the code";
  if (demand.startsWith("contact ")) return "the contact's company and its sites";
  const need = demand.replace("staff ", "");
  if (ownAccount.includes(need)) return "one's own account";
  const { because, assigned, administered } = reachOfNeeds[need as StaffNeed] ?? {};
  return [
    assigned && "the companies that one is assigned to",
    administered && "the companies that one administers",
    because && `the whole organisation: ${because}`,
  ]
    .filter(Boolean)
    .join("; ");
}

/** Needs that somebody can meet whose reach is limited. */
export const canBeLimited = (need: string): boolean => {
  const { assigned, administered } = reachOfNeeds[need as StaffNeed];
  return assigned !== undefined || administered !== undefined;
};

/** Sets of roles with which staff are limited to their companies; each beside every role that reaches further for something else. */
export const limitedSets: readonly Roles[] = [
  nobody,
  ["crmCompanyView"],
  crm,
  ["crmCompanyEdit"],
  ...(
    [
      ["accessView"],
      ["accessAdmin"],
      ["auditView"],
      ["customerView"],
      contacts,
      ["mailView"],
      ["templateView", "templateEdit"],
      ["staffAdmin"],
      ["settingsAdmin"],
      ["companyEdit"],
    ] as const satisfies readonly Roles[]
  ).map((more): Roles => [...crm, ...more]),
];

/** The sets of roles with which every page, route and action is called, to see whether it opens: none, each alone, and View with its Edit. */
export const calledSets: readonly Roles[] = [
  nobody,
  ...staffRoleIds.map((role): Roles => [role]),
  ...[crm, companies, contacts, ["templateView", "templateEdit"] as const],
];
