import { canUse, type ContactAccess } from "@/lib/access/resolve-access";
import { permissions } from "@/lib/access/permissions";
import type { ContactSession } from "@/lib/auth/contact-session";

/** The areas of the portal that the contact can use right now, in the order of the tabs. */
export function areasOf(access: ContactAccess, slug: string) {
  return permissions[access.audience].flatMap(({ id, tab, opens }) =>
    tab && canUse(access, id) ? [{ href: `/portal/${slug}/${tab.path}`, label: tab.label, opens }] : [],
  );
}

/** Why no area is open although the contact is signed in, and what to do; null when there are areas or simply none were given. */
export function closedBecause({ access, organisation, contact }: ContactSession): string | null {
  const obstacles = [...access.permissions.values()].flatMap((answer) => answer.obstacles);
  if (obstacles.includes("portal-off"))
    return `${organisation.name} has switched this portal off for the time being.`;
  if (obstacles.includes("services-off"))
    return `${organisation.name} has not switched the portal on for ${contact.companyName} yet.`;
  return null;
}
