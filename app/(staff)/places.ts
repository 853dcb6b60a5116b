import type { NavIcon } from "@/components/frame/nav-icons";
import type { StaffNeed } from "@/lib/auth/needs";

/** A page that staff go to by name. Those with an icon stand in the sidebar, in the group they name. */
export type Place = {
  href: string;
  label: string;
  /** Whoever does not meet it is not shown the way; the page itself refuses. */
  need: StaffNeed;
  /** Other words by which people know it, from the systems they come from. */
  words?: string;
  sidebar?: { icon: NavIcon; group: "people" | "records" | "organisation" };
};

/** Every page of the back office that needs no record to be chosen first, in the order of the sidebar. */
export const places: readonly Place[] = [
  {
    href: "/customers",
    label: "Customers",
    need: "viewCompanies",
    words: "All Customers, CRM, Companies, Manage Customer, accounts, clients",
    sidebar: { icon: "customers", group: "people" },
  },
  {
    href: "/customers/requests",
    label: "Requests for access",
    need: "answerRequests",
    words: "grant access, waiting colleagues",
  },
  {
    href: "/suppliers",
    label: "Suppliers",
    need: "viewCompanies",
    words: "vendors, CRM, Companies",
    sidebar: { icon: "suppliers", group: "people" },
  },
  {
    href: "/contacts",
    label: "Contacts",
    need: "viewContacts",
    words: "people, persons, users, customer users, Customers",
    sidebar: { icon: "contacts", group: "people" },
  },
  {
    href: "/activations",
    label: "Activation",
    need: "editContacts",
    words: "invitations, invite, funnel, stuck, bulk activation, Send activation e-mail",
  },
  {
    href: "/access",
    label: "Portal access",
    need: "viewAccess",
    words:
      "Cloud Access Admin, Cloud Service Permissions Overview, Customer Portal Admin, permissions, ticks",
    sidebar: { icon: "access", group: "people" },
  },
  { href: "/access/changes", label: "Changes of access", need: "viewAccess", words: "undo, redo, history" },
  { href: "/access/who", label: "Who can see what", need: "viewAccess", words: "reverse look-up, report" },
  { href: "/access/group-roles", label: "Group roles for contacts", need: "viewAccess", words: "bundles" },
  {
    href: "/mail",
    label: "Mail",
    need: "viewMail",
    words: "e-mails, outbox, sent, failed",
    sidebar: { icon: "mail", group: "records" },
  },
  {
    href: "/templates",
    label: "Templates",
    need: "viewTemplates",
    words: "e-mail templates, EJS, accountactivation-EJS, activation e-mail, wording",
    sidebar: { icon: "templates", group: "records" },
  },
  {
    href: "/audit",
    label: "Audit",
    need: "viewAudit",
    words: "audit trail, log, history, who did what, events",
    sidebar: { icon: "audit", group: "records" },
  },
  {
    href: "/audit/chain",
    label: "Chain of the audit trail",
    need: "verifyAudit",
    words: "verify, hash, tampering",
  },
  { href: "/imports", label: "Imports", need: "importCompanies", words: "CSV, upload, Create & Update" },
  {
    href: "/staff",
    label: "Staff",
    need: "viewStaff",
    words: "colleagues, users, administrators, employees, roles, Staff users",
    sidebar: { icon: "staff", group: "organisation" },
  },
  {
    href: "/staff/group-roles",
    label: "Group roles for staff",
    need: "viewStaff",
    words: "bundles, role groups",
  },
  {
    href: "/settings",
    label: "Settings",
    need: "administerSettings",
    words: "organisation, name, colour, logo, time zone, currency, branding, configuration",
    sidebar: { icon: "settings", group: "organisation" },
  },
  {
    href: "/settings/modules",
    label: "Modules",
    need: "administerSettings",
    words: "switch off, features, customer portal, supplier portal",
  },
  {
    href: "/settings/customer-portal",
    label: "Customer portal settings",
    need: "administerSettings",
    words: "hidden tabs, buttons, announcement, banner",
  },
  {
    href: "/settings/supplier-portal",
    label: "Supplier portal settings",
    need: "administerSettings",
    words: "hidden tabs, buttons, announcement, banner",
  },
  {
    href: "/settings/sign-in",
    label: "Sign-in rules",
    need: "administerSettings",
    words: "password policy, session, idle, timeout",
  },
  {
    href: "/settings/mail",
    label: "Sending e-mails",
    need: "administerSettings",
    words: "sender, reply to, test e-mail, SMTP",
  },
  { href: "/settings/terms", label: "Terms", need: "administerSettings", words: "conditions, legal" },
  {
    href: "/account",
    label: "Account",
    need: "ownAccount",
    words: "password, sessions, sign out elsewhere",
  },
  {
    href: "/account/second-factor",
    label: "Second factor",
    need: "secureAccount",
    words: "TOTP, authenticator, two-factor, 2FA, recovery codes",
  },
];

/** Things to begin from anywhere, which the command palette offers beside the places. */
export const acts: readonly Place[] = [
  {
    href: "/customers/new",
    label: "New Customer",
    need: "createCompanies",
    words: "Add Customer, create company, sign up",
  },
  {
    href: "/suppliers/new",
    label: "New Supplier",
    need: "createCompanies",
    words: "add vendor, create company",
  },
  {
    href: "/customers/assign",
    label: "Assign staff to customers",
    need: "viewCompanies",
    words: "grant access, remove access, colleagues, users, administrators, bulk",
  },
  {
    href: "/suppliers/assign",
    label: "Assign staff to suppliers",
    need: "viewCompanies",
    words: "grant access, remove access, colleagues, users, administrators, bulk",
  },
  {
    href: "/contacts/new",
    label: "Add contact",
    need: "editContacts",
    words: "Add Customer user, new person, invite",
  },
  {
    href: "/access/group-roles/new",
    label: "New group role",
    need: "administerAccess",
    words: "create bundle",
  },
  {
    href: "/staff/new",
    label: "Invite staff",
    need: "administerStaff",
    words: "add colleague, new user, new administrator",
  },
  {
    href: "/imports/new?kind=customer",
    label: "Import customers",
    need: "importCompanies",
    words: "CSV, upload",
  },
  {
    href: "/imports/new?kind=supplier",
    label: "Import suppliers",
    need: "importCompanies",
    words: "CSV, upload",
  },
];
