import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { contactGroupRoles } from "@/db/schema";
import { suggestContacts } from "@/lib/search/suggest-contacts";

/** Somebody to give a group role to; `detail` tells them from others of the same name. */
export type MemberSuggestion = { id: string; name: string; detail: string; isMember: boolean };

/** The first contacts that `query` finds by name or e-mail address, with whether they hold the group role already. */
export async function suggestMembers(
  tx: Tx,
  groupRoleId: string,
  query: string,
): Promise<MemberSuggestion[]> {
  const found = await suggestContacts(tx, query);
  const ids = found.map(({ id }) => id);
  const held = await tx
    .select({ id: contactGroupRoles.contactId })
    .from(contactGroupRoles)
    .where(
      and(
        eq(contactGroupRoles.groupRoleId, groupRoleId),
        sql`${contactGroupRoles.contactId} = ANY (${sql.param(ids)}::uuid[])`,
      ),
    );
  const members = new Set(held.map(({ id }) => id));
  return found.map(({ companyName, ...contact }) => ({
    ...contact,
    detail: companyName,
    isMember: members.has(contact.id),
  }));
}
