import { and, asc, eq, gte } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { accessEntries, companies, contacts } from "@/db/schema";
import { describeOperation } from "./describe-operation";
import { operationInput } from "./operations";
import type { Audience } from "./permissions";

/** Lines on one page of a change. */
export const LINES_A_PAGE = 100;

/** What one entry of a change says, in words, and whom it is for. */
export type ChangeLine = {
  position: number;
  words: string;
  audience: Audience;
  company: { id: string; name: string } | null;
  contact: { id: string; name: string } | null;
};

/** One page of what a change says, from that position on; `next` is where the page after it begins. */
export async function listChangeLines(
  tx: Tx,
  changeId: number,
  from: number,
): Promise<{ lines: ChangeLine[]; next?: number }> {
  const rows = await listRows(tx, changeId, from);
  const lines = rows.slice(0, LINES_A_PAGE).map((row) => ({
    position: row.position,
    words: wordsOf(row),
    audience: row.audience,
    company: row.company?.id ? row.company : null,
    contact: row.contact?.id ? row.contact : null,
  }));
  return { lines, next: rows[LINES_A_PAGE]?.position };
}

function listRows(tx: Tx, changeId: number, from: number) {
  const { position, audience, scope, permission, effect, lastDay } = accessEntries;
  return tx
    .select({
      ...{ position, audience, scope, permission, effect, lastDay },
      company: { id: companies.id, name: companies.name },
      contact: { id: contacts.id, name: contacts.name },
    })
    .from(accessEntries)
    .leftJoin(
      companies,
      and(
        eq(companies.organisationId, accessEntries.organisationId),
        eq(companies.id, accessEntries.companyId),
      ),
    )
    .leftJoin(
      contacts,
      and(
        eq(contacts.organisationId, accessEntries.organisationId),
        eq(contacts.id, accessEntries.contactId),
      ),
    )
    .where(and(eq(accessEntries.changeId, changeId), gte(position, from)))
    .orderBy(asc(position))
    .limit(LINES_A_PAGE + 1);
}

type Row = Awaited<ReturnType<typeof listRows>>[number];

function wordsOf({ audience, permission, effect, lastDay, company, contact }: Row): string {
  const reach = contact
    ? { kind: "contact", contactId: contact.id }
    : company
      ? { kind: "companies", companyIds: [company.id] }
      : { kind: "everyone" };
  // A permission that a later version does not know any more still has its name.
  const operation = operationInput.safeParse({ subject: permission, effect, reach, lastDay });
  if (!operation.success) return `${permission}: ${effect}`;
  return describeOperation(operation.data, audience, {
    contact: contact?.name,
    companies: company ? [company.name] : [],
  });
}
