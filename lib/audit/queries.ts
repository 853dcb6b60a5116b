import { desc, eq, or } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { auditEvents } from "@/db/schema";

const view = {
  id: auditEvents.id,
  at: auditEvents.at,
  actorName: auditEvents.actorName,
  act: auditEvents.act,
  subject: auditEvents.subject,
};

/** What happened lately at a company, newest first. */
export function listCompanyEvents(tx: Tx, companyId: string, limit = 20) {
  return tx
    .select(view)
    .from(auditEvents)
    .where(eq(auditEvents.companyId, companyId))
    .orderBy(desc(auditEvents.at), desc(auditEvents.id))
    .limit(limit);
}

/** What happened lately to a contact, newest first. */
export function listContactEvents(tx: Tx, contactId: string, limit = 20) {
  return tx
    .select(view)
    .from(auditEvents)
    .where(eq(auditEvents.contactId, contactId))
    .orderBy(desc(auditEvents.at), desc(auditEvents.id))
    .limit(limit);
}

/** What a staff user did lately, or others did to their account, newest first. */
export function listStaffEvents(tx: Tx, staffId: string, limit = 20) {
  return tx
    .select(view)
    .from(auditEvents)
    .where(or(eq(auditEvents.staffId, staffId), eq(auditEvents.actorId, staffId)))
    .orderBy(desc(auditEvents.at), desc(auditEvents.id))
    .limit(limit);
}
