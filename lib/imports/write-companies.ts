import { getTableColumns, sql, type SQL } from "drizzle-orm";
import { companies } from "@/db/schema";
import { nextCodes } from "@/lib/companies/generate-code";
import { clock } from "@/lib/platform/clock";
import { refreshGrowing } from "./statistics";
import { companyTargets, fresh, named } from "./values";
import type { Work } from "./work";

/** Rows a statement: often enough to tell how far it is, seldom enough to cost nothing. */
export const ROWS_A_STATEMENT = 5_000;
const FIRST_ROWS = 200;

const columns = getTableColumns(companies);
/** Lines `from` (exclusive) to `to` (inclusive) of both the staged and the resolved rows. */
export const between = (from: number, to: number): SQL =>
  sql`r.line > ${from} AND r.line <= ${to} AND s.line > ${from} AND s.line <= ${to}`;

/** Writes the companies of a run: those that exist, then new ones after their parents, then who is whose site. */
export async function writeCompanies(work: Work, accessSince: number, lastLine: number): Promise<void> {
  await updateCompanies(work);
  await generateCodes(work);
  let done = 0;
  for (let depth = 0; depth <= (await deepest(work)); depth++) {
    for (
      let from = 0, step = depth === 0 ? FIRST_ROWS : ROWS_A_STATEMENT;
      from < lastLine;
      from += step, step = ROWS_A_STATEMENT
    ) {
      done += await insertCompanies(work, accessSince, depth, between(from, from + step));
      if (from === 0 && depth === 0 && lastLine > FIRST_ROWS) await refreshGrowing(work.tx);
      await work.report("companies", done);
    }
  }
  await moveSites(work);
}

async function deepest({ tx }: Work): Promise<number> {
  const { rows } = await tx.execute<{ depth: number }>(
    sql`SELECT coalesce(max(depth), 0)::int AS depth FROM resolved WHERE is_new`,
  );
  return rows[0]?.depth ?? 0;
}

async function updateCompanies({ tx, actor, plan }: Work): Promise<void> {
  const targets = companyTargets(plan, columns);
  const status = targets.find(({ key }) => key === "status");
  const now = clock.now().toISOString();
  const story = status
    ? sql`, status_changed_at = CASE WHEN companies.status = ${status.kept} THEN companies.status_changed_at ELSE ${now} END,
        status_changed_by = CASE WHEN companies.status = ${status.kept} THEN companies.status_changed_by ELSE ${actor.staffId}::uuid END`
    : sql``;
  const sets = targets.map(({ name, kept }) => sql`${sql.identifier(name)} = ${kept}, `);
  await tx.execute(sql`
    UPDATE companies SET ${sql.join(sets, sql``)} version = companies.version + 1, updated_at = ${now} ${story}
    FROM staged s JOIN resolved r ON r.line = s.line
    WHERE companies.id = r.company_id AND NOT r.is_new AND r.company_changes IS NOT NULL`);
}

async function generateCodes({ tx, actor, plan }: Work): Promise<void> {
  const { rows } = await tx.execute<{ line: number }>(
    sql`SELECT s.line FROM staged s JOIN resolved r ON r.line = s.line WHERE r.is_new AND s.code = '' ORDER BY s.line`,
  );
  if (rows.length === 0) return;
  const codes = await nextCodes(tx, actor.organisationId, plan.kind, rows.length);
  await tx.execute(sql`
    UPDATE staged SET code = g.code
    FROM unnest(${sql.param(rows.map(({ line }) => line))}::int[], ${sql.param(codes)}::text[]) AS g(line, code)
    WHERE staged.line = g.line`);
}

async function insertCompanies(
  { tx, actor, plan }: Work,
  accessSince: number,
  depth: number,
  lines: SQL,
): Promise<number> {
  const targets = companyTargets(plan, columns);
  const now = clock.now().toISOString();
  const status = targets.find(({ key }) => key === "status");
  const isUnusual = status ? sql`${status.fresh} <> 'active'` : sql`false`;
  const inserted = await tx.execute(sql`
    INSERT INTO companies (organisation_id, id, kind, code, parent_id, access_since, created_at, updated_at, status_changed_at, status_changed_by${named(targets)})
    SELECT ${actor.organisationId}, r.company_id, ${plan.kind}, s.code, r.parent_id, ${accessSince}, ${now}, ${now},
      CASE WHEN ${isUnusual} THEN ${now}::timestamptz END, CASE WHEN ${isUnusual} THEN ${actor.staffId}::uuid END${fresh(targets)}
    FROM staged s JOIN resolved r ON r.line = s.line WHERE r.is_new AND r.depth = ${depth} AND ${lines}`);
  return inserted.rowCount ?? 0;
}

/** Once every company is there: moving one at a time could pass through a circle that is none in the end. */
async function moveSites({ tx }: Work): Promise<void> {
  await tx.execute(sql`
    UPDATE companies SET parent_id = r.parent_id FROM resolved r
    WHERE companies.id = r.company_id AND NOT r.is_new AND r.company_changes ? 'parentCode'`);
}
