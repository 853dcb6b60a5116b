import { and, asc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { companies, contacts } from "@/db/schema";
import { findFirstIds } from "./find-ids";

const MOST = 12;

/** A contact to choose, with the company that tells it apart from others of the same name. */
export type ContactSuggestion = { id: string; name: string; companyName: string };

/** The first active contacts in reach that `query` finds by name or e-mail address. */
export async function suggestContacts(tx: Tx, query: string): Promise<ContactSuggestion[]> {
  const q = query
    .replace(/[\u0000-\u001f\u007f]/g, " ")
    .trim()
    .slice(0, 100);
  const within = sql`${contacts.deactivatedAt} IS NULL`;
  const order = { by: contacts.name, descending: false };
  const list = { table: contacts, id: contacts.id, kind: "contact" as const, within, order, q };
  const ids = await findFirstIds(tx, list, MOST);
  return tx
    .select({ id: contacts.id, name: contacts.name, companyName: companies.name })
    .from(contacts)
    .innerJoin(
      companies,
      and(eq(companies.organisationId, contacts.organisationId), eq(companies.id, contacts.companyId)),
    )
    .where(sql`${contacts.id} = ANY (${sql.param(ids)}::uuid[])`)
    .orderBy(asc(contacts.name), asc(contacts.id));
}
