import type { ContactView } from "@/lib/contacts/queries";

/** Why a contact cannot sign in at all, and what to do about it; null when they can. */
export function noWayIn({ name, deactivatedAt, loginId, company }: ContactView): string | null {
  if (company.status === "closed")
    return `${company.name} is closed. Below is what would be there otherwise.`;
  if (deactivatedAt) return `${name} is deactivated. Reactivate them on their page first.`;
  if (!loginId) return `${name} has no login yet. Give them an e-mail address and invite them on their page.`;
  return null;
}
