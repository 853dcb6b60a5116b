import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { companies, contactGroupRoles, contacts } from "@/db/schema";
import { keyset, pageOf, readCursor, type Page } from "@/lib/paging/keyset";

/** Rows on one page of the members. */
export const PAGE_SIZE = 50;

const view = {
  id: contacts.id,
  name: contacts.name,
  kind: contacts.kind,
  companyId: companies.id,
  companyName: companies.name,
  since: contactGroupRoles.since,
  deactivatedAt: contacts.deactivatedAt,
};

/** A contact who holds a group role, and since when. */
export type MemberRow = Awaited<ReturnType<typeof rowsOf>>[number];

/** One page of the contacts who hold a group role, by name; a cursor that leads nowhere gives the first page. */
export async function listMembers(
  tx: Tx,
  groupRoleId: string,
  page?: string,
  size = PAGE_SIZE,
): Promise<Page<MemberRow>> {
  const cursor = readCursor(page);
  const { where, orderBy } = keyset({ by: contacts.name, id: contacts.id }, cursor);
  // A subquery, so that members that may be many are hashed rather than looked up one by one.
  const held = sql`${contacts.id} IN (SELECT m.contact_id FROM ${contactGroupRoles} m WHERE m.organisation_id = app_organisation() AND m.group_role_id = ${groupRoleId})`;
  const { rows: found } = await tx.execute<{ id: string }>(
    sql`SELECT ${contacts.id} FROM ${contacts} WHERE ${and(held, where)} ORDER BY ${sql.join(orderBy, sql`, `)} LIMIT ${size + 1}`,
  );
  const ids = found.map(({ id }) => id);
  const rows = new Map((await rowsOf(tx, groupRoleId, ids)).map((row) => [row.id, row]));
  const ordered = ids.flatMap((id) => rows.get(id) ?? []);
  return pageOf(ordered, size, cursor, ({ name, id }) => ({ value: name, id }));
}

function rowsOf(tx: Tx, groupRoleId: string, ids: readonly string[]) {
  return tx
    .select(view)
    .from(contacts)
    .innerJoin(
      companies,
      and(eq(companies.organisationId, contacts.organisationId), eq(companies.id, contacts.companyId)),
    )
    .innerJoin(
      contactGroupRoles,
      and(
        eq(contactGroupRoles.organisationId, contacts.organisationId),
        eq(contactGroupRoles.contactId, contacts.id),
        eq(contactGroupRoles.groupRoleId, groupRoleId),
      ),
    )
    .where(sql`${contacts.id} = ANY (${sql.param(ids)}::uuid[])`);
}
