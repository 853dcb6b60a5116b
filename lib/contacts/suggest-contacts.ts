import { and, eq, sql } from "drizzle-orm";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { companies, contacts } from "@/db/schema";
import { findFirstIds } from "@/lib/search/find-ids";
import type { ContactSuggestion } from "./input";
import { searchedContacts } from "./list-contacts";
import { currentStates } from "./list-input";

const MOST = 8;

/** The first contacts in reach, by name, whose name, e-mail or phone fits what was typed; deactivated ones are left out. */
export async function suggestContacts(tx: Tx, actor: StaffActor, q: string): Promise<ContactSuggestion[]> {
  const list = searchedContacts(actor, {
    q,
    kind: null,
    states: currentStates,
    sort: "name",
    descending: false,
  });
  const ids = await findFirstIds(tx, list, MOST);
  return tx
    .select({ id: contacts.id, name: contacts.name, companyName: companies.name })
    .from(contacts)
    .innerJoin(
      companies,
      and(eq(companies.organisationId, contacts.organisationId), eq(companies.id, contacts.companyId)),
    )
    .where(sql`${contacts.id} = ANY (${sql.param(ids)}::uuid[])`)
    .orderBy(contacts.name, contacts.id);
}
