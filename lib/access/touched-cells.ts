import { sql, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { withHashing } from "@/db/planning";
import { filteredContactIds } from "./filter-contacts";
import { named, type Target } from "./find-targets";
import { subjectsOf, type Operation } from "./operations";
import type { Audience } from "./permissions";
import type { TouchedChange } from "./touched-changes";

/** Where touched changes have entries, each as "change permission", behind the company or contact where there is one. */
export type TouchedCells = {
  everyone: ReadonlySet<string>;
  companies: ReadonlySet<string>;
  contacts: ReadonlySet<string>;
  /** Entries for contacts, by their company. */
  contactsAt: ReadonlySet<string>;
  /** Entries for companies or contacts that a filter finds, behind the place of its operation. */
  filtered: ReadonlySet<string>;
};

type Asked = {
  audience: Audience;
  operations: readonly Operation[];
  targets: readonly Target[];
  touched: readonly TouchedChange[];
};

/**
 * Where the touched changes have entries that operations for less than everyone can meet. Each question begins from an index, at the
 * companies and contacts concerned, however many entries the changes have.
 */
export async function loadTouchedCells(tx: Tx, asked: Asked): Promise<TouchedCells> {
  const { audience, operations, targets, touched } = asked;
  const isNarrow = targets.some(({ kind }) => kind !== "everyone");
  if (touched.length === 0 || !isNarrow)
    return {
      everyone: new Set(),
      companies: new Set(),
      contacts: new Set(),
      contactsAt: new Set(),
      filtered: new Set(),
    };
  const changes = sql.param(touched.map(({ changeId }) => changeId));
  const permissions = sql.param([
    ...new Set(operations.flatMap((operation) => subjectsOf(operation, audience))),
  ]);
  const spoken = sql`e.audience = ${audience} AND e.permission = ANY (${permissions}::text[]) AND e.change_id = ANY (${changes}::bigint[])`;
  const { companyIds, contactIds, companyIdsOfContacts } = named(targets);
  const among = (ids: readonly string[]) => sql`ANY (${sql.param(ids)}::uuid[])`;
  return {
    everyone: await cellsOf(tx, sql`FROM access_entries e WHERE e.scope = 'everyone' AND ${spoken}`),
    companies: await cellsOf(
      tx,
      sql`FROM access_entries e WHERE e.scope = 'company' AND e.company_id = ${among([...companyIds, ...companyIdsOfContacts])} AND ${spoken}`,
      sql`e.company_id || ' ' ||`,
    ),
    contacts: await cellsOf(
      tx,
      sql`FROM access_entries e WHERE e.scope = 'contact' AND e.contact_id = ${among(contactIds)} AND ${spoken}`,
      sql`e.contact_id || ' ' ||`,
    ),
    contactsAt: await cellsOf(
      tx,
      sql`FROM contacts c JOIN access_entries e ON e.organisation_id = c.organisation_id AND e.contact_id = c.id
        WHERE e.scope = 'contact' AND c.company_id = ${among(companyIds)} AND ${spoken}`,
      sql`c.company_id || ' ' ||`,
    ),
    filtered: await loadFiltered(tx, audience, operations, spoken),
  };
}

/** Entries of the touched changes for contacts that a filter finds or for companies of such contacts. */
async function loadFiltered(
  tx: Tx,
  audience: Audience,
  operations: readonly Operation[],
  spoken: SQL,
): Promise<Set<string>> {
  const found = new Set<string>();
  for (const [operation, { reach }] of operations.entries()) {
    if (reach.kind !== "filter") continue;
    const ids = filteredContactIds(audience, reach.filter);
    const entries = sql`FROM access_entries e WHERE ${spoken} AND (e.scope = 'contact' AND e.contact_id IN (${ids})
        OR e.scope = 'company' AND e.company_id IN (SELECT company_id FROM contacts WHERE id IN (${ids})))`;
    const cells = await withHashing(tx, () => cellsOf(tx, entries));
    for (const cell of cells) found.add(`${operation} ${cell}`);
  }
  return found;
}

async function cellsOf(tx: Tx, from: SQL, prefix = sql``): Promise<Set<string>> {
  const { rows } = await tx.execute<{ cell: string }>(
    sql`SELECT DISTINCT ${prefix} e.change_id || ' ' || e.permission AS cell ${from}`,
  );
  return new Set(rows.map(({ cell }) => cell));
}
