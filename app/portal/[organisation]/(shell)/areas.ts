import { canUse, type ContactAccess } from "@/lib/access/resolve-access";
import { permissions, type PermissionId } from "@/lib/access/permissions";
import type { ContactSession } from "@/lib/auth/contact-session";

/** What each area holds, said to whom it is opened. */
const holds: Partial<Record<PermissionId, string>> = {
  enquiries: "What you asked us for, and a place to ask.",
  quotations: "Our offers to you, to read and to answer.",
  salesOrders: "Your orders and how far they are.",
  deliveries: "What was delivered and what is on its way.",
  invoices: "Your invoices, credits and receipts.",
  issues: "What you reported and what came of it.",
  service: "Service work that you ordered.",
  install: "Installations that you ordered.",
  manageColleagues: "The people of your company who come here.",
  purchaseEnquiries: "What we ask you to quote for.",
  purchaseOrders: "What we ordered from you and when we expect it.",
};

/** The areas of the portal that the contact can use right now, in the order of the tabs. */
export function areasOf(access: Pick<ContactAccess, "audience" | "permissions">, slug: string) {
  return permissions[access.audience].flatMap(({ id, tab }) =>
    tab && canUse(access, id)
      ? [{ href: `/portal/${slug}/${tab.path}`, label: tab.label, holds: holds[id] ?? "" }]
      : [],
  );
}

/** Why no area is open although the contact is signed in, and what to do; null when there are areas or simply none were given. */
export function closedBecause({
  access,
  organisation,
  contact,
}: {
  access: Pick<ContactAccess, "permissions">;
  organisation: Pick<ContactSession["organisation"], "name">;
  contact: Pick<ContactSession["contact"], "companyName">;
}): string | null {
  const obstacles = [...access.permissions.values()].flatMap((answer) => answer.obstacles);
  if (obstacles.includes("portal-off"))
    return `${organisation.name} has switched this portal off for the time being.`;
  if (obstacles.includes("services-off"))
    return `${organisation.name} has not switched the portal on for ${contact.companyName} yet.`;
  return null;
}
