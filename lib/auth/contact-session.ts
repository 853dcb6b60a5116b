import { cache } from "react";
import { asSystem } from "@/db/as-actor";
import { loadAccess } from "@/lib/access/queries";
import { findLogin, listOpenContactsOfLogin, listReach } from "@/lib/logins/queries";
import { findOwnOrganisation } from "@/lib/organisations/queries";
import { findOpenSession } from "@/lib/sessions/queries";
import { readSessionCookie } from "./next-auth";

/** Who is signed in to a portal, for which company, and what they may use; loaded from the database once a request, or null. */
export const loadContactSession = cache(async () => {
  const pointer = await readSessionCookie("contact");
  if (!pointer) return null;
  return asSystem("load session", pointer.organisationId, async (tx) => {
    const session = await findOpenSession(tx, pointer.sessionId, "contact");
    if (!session?.loginId || !session.contactId) return null;
    const choices = await listOpenContactsOfLogin(tx, session.loginId);
    const chosen = choices.find((choice) => choice.contactId === session.contactId);
    const [organisation, login] = [
      await findOwnOrganisation(tx, pointer.organisationId),
      await findLogin(tx, session.loginId),
    ];
    if (!chosen || !organisation || !login) return null;
    return {
      sessionId: session.id,
      dismissedAnnouncement: session.dismissedAnnouncement,
      organisation,
      login,
      contact: chosen,
      choices,
      reach: await listReach(tx, chosen.companyId),
      access: await loadAccess(tx, chosen.contactId),
    };
  });
});

export type ContactSession = NonNullable<Awaited<ReturnType<typeof loadContactSession>>>;
