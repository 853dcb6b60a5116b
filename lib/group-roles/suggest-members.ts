import { and, asc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { companies, contactGroupRoles, contacts } from "@/db/schema";
import { searchedWords } from "@/lib/platform/address";
import { findFirstIds } from "@/lib/search/find-ids";
import type { MemberSuggestion } from "./input";

const MOST = 12;

/** The first contacts that `query` finds by name or e-mail address, with whether they hold the group role already. */
export async function suggestMembers(
  tx: Tx,
  groupRoleId: string,
  query: string,
): Promise<MemberSuggestion[]> {
  const q = searchedWords(query);
  const within = sql`${contacts.deactivatedAt} IS NULL`;
  const order = { by: contacts.name, descending: false };
  const ids = await findFirstIds(
    tx,
    { table: contacts, id: contacts.id, kind: "contact", within, order, q },
    MOST,
  );
  const isMember = sql<boolean>`EXISTS (SELECT FROM ${contactGroupRoles} m WHERE m.organisation_id = ${contacts.organisationId}
    AND m.contact_id = ${contacts.id} AND m.group_role_id = ${groupRoleId})`;
  return tx
    .select({ id: contacts.id, name: contacts.name, detail: companies.name, isMember })
    .from(contacts)
    .innerJoin(
      companies,
      and(eq(companies.organisationId, contacts.organisationId), eq(companies.id, contacts.companyId)),
    )
    .where(sql`${contacts.id} = ANY (${sql.param(ids)}::uuid[])`)
    .orderBy(asc(contacts.name), asc(contacts.id));
}
