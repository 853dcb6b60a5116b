import { and, sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { contacts } from "@/db/schema";
import { isMatching } from "@/lib/search/matching-ids";
import type { AccessFilter } from "./access-filter";
import type { CoverageInput, Operation } from "./operations";
import { contactConditions } from "./filter-contacts";
import type { Audience } from "./permissions";
import { inStanding } from "./standing";

/** Which of the rows on the screen an operation is for. */
export type Covered = { contactIds: string[]; companyIds: string[] };

/** What the screen cannot tell of staged operations by itself. */
export type Coverage = {
  /** In the order of the operations; null where the operation itself names whom it is for. */
  operations: (Covered | null)[];
  /** Whom operations name, but who cannot be seen any more. */
  gone: Covered;
};

/** Tells which visible rows the operations with a filter or a tree cover, and whose targets are gone. */
export async function coverageOf(tx: Tx, asked: CoverageInput): Promise<Coverage> {
  const trees = await treesAbove(tx, asked);
  const operations: (Covered | null)[] = [];
  for (const { reach } of asked.operations) {
    if (reach.kind === "tree") operations.push(trees(reach.companyId));
    else if (reach.kind === "filter")
      operations.push({
        contactIds: await fitting(tx, asked.audience, reach.filter, asked.contactIds),
        companyIds: [],
      });
    else operations.push(null);
  }
  return { operations, gone: await goneFrom(tx, asked.operations) };
}

/** The visible rows that each operation covers, in the order of the operations; none where it names its contact or companies itself. */
export async function coveredBy({ tx }: { tx: Tx }, asked: CoverageInput): Promise<Covered[]> {
  const { operations } = await coverageOf(tx, asked);
  return operations.map((covered) => covered ?? { contactIds: [], companyIds: [] });
}

async function treesAbove(tx: Tx, { audience, operations, contactIds, companyIds }: CoverageInput) {
  if (!operations.some(({ reach }) => reach.kind === "tree"))
    return (): Covered => ({ contactIds: [], companyIds: [] });
  type Row = { id: string; isContact: boolean; above: string[] };
  const { rows } = await tx.execute<Row>(sql`
    WITH RECURSIVE start AS (
      SELECT id, false AS is_contact, id AS company_id FROM companies WHERE id = ANY (${sql.param(companyIds)}::uuid[]) AND kind = ${audience}
      UNION ALL SELECT id, true, company_id FROM contacts WHERE id = ANY (${sql.param(contactIds)}::uuid[]) AND kind = ${audience}),
    above AS (
      SELECT k.id AS start, k.id, k.parent_id FROM companies k WHERE k.id IN (SELECT company_id FROM start)
      UNION ALL SELECT above.start, k.id, k.parent_id FROM above JOIN companies k ON k.id = above.parent_id)
    SELECT s.id, s.is_contact AS "isContact", ARRAY(SELECT a.id FROM above a WHERE a.start = s.company_id) AS above FROM start s`);
  return (companyId: string): Covered => {
    const covered = rows.filter(({ above }) => above.includes(companyId));
    return {
      contactIds: covered.filter(({ isContact }) => isContact).map(({ id }) => id),
      companyIds: covered.filter(({ isContact }) => !isContact).map(({ id }) => id),
    };
  };
}

async function fitting(tx: Tx, audience: Audience, filter: AccessFilter, ids: readonly string[]) {
  const { q, permission, standing } = filter;
  const conditions = and(
    sql`${contacts.id} = ANY (${sql.param(ids)}::uuid[])`,
    contactConditions(audience, filter),
    q ? isMatching(contacts.id, q) : undefined,
    permission ? inStanding(audience, permission, standing).test : undefined,
  );
  const found = await tx.select({ id: contacts.id }).from(contacts).where(conditions);
  return found.map(({ id }) => id);
}

async function goneFrom(tx: Tx, operations: readonly Operation[]): Promise<Covered> {
  const contactIds = operations.flatMap(({ reach }) => (reach.kind === "contact" ? reach.contactId : []));
  const companyIds = operations.flatMap(({ reach }) => {
    if (reach.kind === "companies") return reach.companyIds;
    return reach.kind === "tree" ? reach.companyId : [];
  });
  const missing = async (table: "contacts" | "companies", ids: string[]) => {
    const { rows } = await tx.execute<{ id: string }>(
      sql`SELECT DISTINCT named.id FROM unnest(${sql.param(ids)}::uuid[]) AS named (id)
        WHERE NOT EXISTS (SELECT FROM ${sql.identifier(table)} t WHERE t.organisation_id = app_organisation() AND t.id = named.id)`,
    );
    return rows.map(({ id }) => id);
  };
  return {
    contactIds: await missing("contacts", contactIds),
    companyIds: await missing("companies", companyIds),
  };
}
