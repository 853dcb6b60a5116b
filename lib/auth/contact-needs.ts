import type { ContactActor } from "@/db/actor";
import type { ButtonId } from "@/lib/access/buttons";
import { hiddenName, type PermissionId } from "@/lib/access/permissions";
import type { ContactSession } from "./contact-session";

/**
 * What pages and actions of the portal may demand: a permission that the contact can use right now, `signedIn`, or
 * `changingPassword`, which alone is met while a temporary password has still to be replaced.
 */
export type ContactNeed = "signedIn" | "changingPassword" | PermissionId;

/** Whether the signed-in contact must replace a temporary password before anything else. */
export const mustChangePassword = (session: ContactSession): boolean => session.login.temporaryUntil !== null;

/** Whether the signed-in contact meets `need`. */
export function meetsContactNeed(session: ContactSession, need: ContactNeed): boolean {
  if (need === "changingPassword") return true;
  if (mustChangePassword(session)) return false;
  return need === "signedIn" || (session.access?.permissions.get(need)?.usable ?? false);
}

/** Whether the organisation shows a button of the portal; what it does is refused when it is hidden. */
export const isShown = (
  { organisation, contact }: Pick<ContactSession, "organisation" | "contact">,
  button: ButtonId,
): boolean => !organisation.hidden.includes(hiddenName(contact.kind, button));

/** The actor that a portal session is: its login, the chosen contact, and the companies in its reach. */
export function contactActor(session: ContactSession): ContactActor {
  return {
    kind: "contact",
    organisationId: session.organisation.id,
    loginId: session.login.id,
    contactId: session.contact.contactId,
    companyId: session.contact.companyId,
    companyIds: session.reach.map((company) => company.id),
    name: session.contact.name,
  };
}
