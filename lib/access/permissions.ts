import type { companyKinds } from "@/db/schema/companies";

/** Whose contacts a permission is for: those of customers or those of suppliers. */
export type Audience = (typeof companyKinds)[number];

/** Every audience, in the order in which screens show them. */
export const audiences = ["customer", "supplier"] as const satisfies readonly Audience[];

/** The tab of the portal that a permission opens: the last part of its address, and its name. */
export type PortalTab = { path: string; label: string };

type PermissionFacts = {
  id: string;
  label: string;
  /** One sentence on what it opens. */
  opens: string;
  /** The module without which it has no effect, or null when only the portal as a whole must be on. */
  module: string | null;
  tab: PortalTab | null;
};

const customer = [
  {
    id: "canRegister",
    label: "Can Register",
    opens: "May set up their own login at the portal's address.",
    module: null,
    tab: null,
  },
  {
    id: "enquiries",
    label: "Enquiries",
    opens: "Sees the company's enquiries and sends new ones.",
    module: "enquiries",
    tab: { path: "enquiries", label: "Enquiries" },
  },
  {
    id: "quotations",
    label: "Quotations",
    opens: "Sees the company's quotations and answers them.",
    module: "quotations",
    tab: { path: "quotations", label: "Quotations" },
  },
  {
    id: "salesOrders",
    label: "Sales Orders",
    opens: "Sees the company's orders and how far they are.",
    module: "orders",
    tab: { path: "sales-orders", label: "Sales orders" },
  },
  {
    id: "placeOrders",
    label: "Place Orders",
    opens: "Places new orders for the company.",
    module: "orders",
    tab: null,
  },
  {
    id: "deliveries",
    label: "Deliveries",
    opens: "Sees what was delivered and what is on its way.",
    module: "deliveries",
    tab: { path: "deliveries", label: "Deliveries" },
  },
  {
    id: "invoices",
    label: "Invoices",
    opens: "Sees the company's invoices, credits and receipts.",
    module: "invoices",
    tab: { path: "invoices", label: "Invoices" },
  },
  {
    id: "issues",
    label: "Issues",
    opens: "Reports issues and follows the answers.",
    module: "issues",
    tab: { path: "issues", label: "Issues" },
  },
  {
    id: "service",
    label: "Service",
    opens: "Orders service work and follows it.",
    module: "service",
    tab: { path: "service", label: "Service" },
  },
  {
    id: "install",
    label: "Install",
    opens: "Orders installations and follows them.",
    module: "install",
    tab: { path: "install", label: "Install" },
  },
  {
    id: "manageColleagues",
    label: "Manage Colleagues",
    opens: "Invites and manages the people of their own company.",
    module: null,
    tab: { path: "colleagues", label: "Colleagues" },
  },
] as const satisfies readonly PermissionFacts[];

const supplier = [
  {
    id: "canRegister",
    label: "Can Register",
    opens: "May set up their own login at the portal's address.",
    module: null,
    tab: null,
  },
  {
    id: "purchaseEnquiries",
    label: "Purchase Enquiries",
    opens: "Sees enquiries sent to the company and answers with price and lead time.",
    module: "enquiries",
    tab: { path: "purchase-enquiries", label: "Purchase enquiries" },
  },
  {
    id: "purchaseOrders",
    label: "Purchase Orders",
    opens: "Sees orders placed with the company and confirms their dates.",
    module: "orders",
    tab: { path: "purchase-orders", label: "Purchase orders" },
  },
  {
    id: "deliveries",
    label: "Deliveries",
    opens: "Sees what the company delivered and what is expected of it.",
    module: "deliveries",
    tab: { path: "deliveries", label: "Deliveries" },
  },
  {
    id: "invoices",
    label: "Invoices",
    opens: "Sees the invoices the company sent and their payment.",
    module: "invoices",
    tab: { path: "invoices", label: "Invoices" },
  },
] as const satisfies readonly PermissionFacts[];

/** The id of one thing that a contact may be allowed to do in the portal. */
export type PermissionId = (typeof customer)[number]["id"] | (typeof supplier)[number]["id"];

/** A permission as screens and rules know it. */
export type Permission = PermissionFacts & { id: PermissionId };

/** What the ledger keeps for a company rather than a contact: whether the portal is on for it. */
export const SERVICES = "services";

/** Everything the ledger can speak of. */
export type LedgerSubject = PermissionId | typeof SERVICES;

/** The closed list of permissions, in the order in which screens show them. */
export const permissions: Record<Audience, readonly Permission[]> = { customer, supplier };

/** The module without which no contact of this kind of company gets into the portal. */
export const portalModule = {
  customer: "customerPortal",
  supplier: "supplierPortal",
} as const satisfies Record<Audience, string>;

/** The name under which an organisation hides a tab, a right or a button of one of its portals. */
export const hiddenName = (audience: Audience, id: string): string => `${audience}.${id}`;

/** Every permission id once, whichever audience it belongs to. */
export const permissionIds: readonly PermissionId[] = [
  ...new Set([...customer, ...supplier].map((permission) => permission.id)),
];

/** The permission of that audience by that name, or undefined when there is none. */
export function findPermission(audience: Audience, id: string): Permission | undefined {
  return permissions[audience].find((permission) => permission.id === id);
}

/** The permission that opens the portal tab at this address for that audience, or undefined when none does. */
export function findPermissionOfTab(audience: Audience, path: string): Permission | undefined {
  return permissions[audience].find((permission) => permission.tab?.path === path);
}

/** The names of these permissions as one line, in the order of the screens; empty for none. */
export function permissionNames(ids: readonly string[]): string {
  const all = [...customer, ...supplier];
  const names = permissionIds
    .filter((id) => ids.includes(id))
    .map((id) => all.find((each) => each.id === id)?.label);
  return names.join(", ");
}
