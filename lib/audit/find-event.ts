import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { auditChain, auditEvents, companies, contacts, staffUsers } from "@/db/schema";
import { Refusal } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import { eventView } from "./list-events";

/** One event with where it stands in the chain; refused when it is not there or out of reach. */
export async function findEvent(tx: Tx, id: string) {
  const missing = new Refusal("not-found", "There is no such event.");
  if (!isId(id)) throw missing;
  const [found] = await tx
    .select({
      ...eventView,
      staff: { id: staffUsers.id, name: staffUsers.name },
      place: {
        position: auditChain.position,
        sealedAt: auditChain.sealedAt,
        hash: sql<string>`encode(${auditChain.hash}, 'hex')`,
      },
    })
    .from(auditEvents)
    .leftJoin(
      companies,
      and(eq(companies.organisationId, auditEvents.organisationId), eq(companies.id, auditEvents.companyId)),
    )
    .leftJoin(
      contacts,
      and(eq(contacts.organisationId, auditEvents.organisationId), eq(contacts.id, auditEvents.contactId)),
    )
    .leftJoin(
      staffUsers,
      and(eq(staffUsers.organisationId, auditEvents.organisationId), eq(staffUsers.id, auditEvents.staffId)),
    )
    .leftJoin(
      auditChain,
      and(eq(auditChain.organisationId, auditEvents.organisationId), eq(auditChain.eventId, auditEvents.id)),
    )
    .where(eq(auditEvents.id, id));
  if (!found) throw missing;
  return found;
}

/** An event as its own page shows it. */
export type FoundEvent = Awaited<ReturnType<typeof findEvent>>;
