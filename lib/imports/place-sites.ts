import { sql } from "drizzle-orm";
import { placesIn, type Place } from "./family-tree";
import type { Work } from "./work";

/** Nobody nests sites so deep, and each level is written by itself. */
export const MOST_LEVELS = 50;

type Site = { line: number; id: string; isNew: boolean; parentId: string | null };

/** Finds out for the rows that name a parent how they hang together, and notes in `matched` who has to be written before whom. */
export async function placeSites(work: Work): Promise<void> {
  if (!work.plan.fields.some(({ key }) => key === "parentCode")) return;
  const sites = await listSites(work);
  if (sites.length === 0) return;
  const parents = new Map(await listAncestors(work, sites));
  for (const { id, parentId, isNew } of sites)
    if (parentId || isNew || work.plan.emptyCells === "clear") parents.set(id, parentId);
  const fresh = new Set(sites.filter(({ isNew }) => isNew).map(({ id }) => id));
  const places = placesIn(parents, (id) => fresh.has(id));
  const noted = sites.flatMap(({ line, id }) => {
    const place = places.get(id);
    return place && (place.isCircular || place.depth > 0) ? [{ line, ...place }] : [];
  });
  await notePlaces(work, noted);
}

async function listSites({ tx }: Work): Promise<Site[]> {
  const { rows } = await tx.execute<Site>(sql`
    SELECT m.line, m.company_id AS id, m.is_new AS "isNew", coalesce(m.parent_id, above.company_id) AS "parentId"
    FROM matched m LEFT JOIN matched above ON above.line = m.parent_line
    WHERE m.parent_id IS NOT NULL OR m.parent_line IS NOT NULL OR m.line IN (SELECT parent_line FROM matched)`);
  return rows;
}

/** The parents, their parents and so on, of the companies that rows name as parents, as they are now. */
async function listAncestors({ tx }: Work, sites: Site[]): Promise<[string, string | null][]> {
  const from = [...new Set(sites.flatMap(({ parentId }) => parentId ?? []))];
  const { rows } = await tx.execute<{ id: string; parentId: string | null }>(sql`
    WITH RECURSIVE above AS (
      SELECT id, parent_id FROM companies WHERE id = ANY (${sql.param(from)}::uuid[])
      UNION SELECT c.id, c.parent_id FROM companies c JOIN above ON c.id = above.parent_id
    ) SELECT id, parent_id AS "parentId" FROM above`);
  return rows.map(({ id, parentId }) => [id, parentId]);
}

async function notePlaces({ tx }: Work, places: (Place & { line: number })[]): Promise<void> {
  if (places.length === 0) return;
  await tx.execute(sql`
    UPDATE matched SET depth = p.depth, is_circular = p.is_circular
    FROM jsonb_to_recordset(${JSON.stringify(places.map(({ line, depth, isCircular }) => ({ line, depth, is_circular: isCircular })))}::jsonb)
      AS p(line int, depth int, is_circular boolean)
    WHERE matched.line = p.line`);
}
