import { sql, type SQL } from "drizzle-orm";
import type { StaffActor } from "@/db/actor";
import { MOST_WITHOUT_TYPING } from "@/lib/access/measure-operation";
import type { AssignManyInput, AssignmentPlan, ColleaguePlan } from "./assign-many-input";

export type Colleague = { id: string; name: string; email: string };

/** Which companies colleagues are to be assigned to, or not any more. */
export type Wanted = {
  actor: StaffActor;
  companyIds: string[];
  colleagues: Colleague[];
  level: AssignManyInput["level"];
};

/** The verdicts by which an assignment is written or removed. */
export const changing = sql`('added', 'changed', 'removed')`;

/** The ids of the companies that were asked for, to compare a column with by `=`; an array, so that an index looks them up. */
export const anyAsked = sql`ANY (ARRAY(SELECT id FROM asked))`;

/**
 * The CTEs by which each colleague's access to each company is judged, as `judged`: what it was before, and what is to be done about it.
 * What is shown before saving and what is saved both begin with them.
 */
export function judging({ actor, companyIds, colleagues, level }: Wanted): SQL {
  const staff = sql`${sql.param(colleagues.map(({ id }) => id))}::uuid[]`;
  const ours = sql`a.organisation_id = app_organisation() AND a.company_id = ${anyAsked}`;
  const mine =
    actor.reach === "all"
      ? sql`true`
      : sql`company.id IN (SELECT a.company_id FROM assignments a WHERE ${ours} AND a.staff_id = ${actor.staffId}::uuid AND a.level = 'administrator')`;
  return sql`
    asked AS MATERIALIZED (SELECT unnest(${sql.param(companyIds)}::uuid[]) AS id),
    company AS (
      SELECT company.id, ${mine} AS is_mine FROM companies company
      WHERE company.organisation_id = app_organisation() AND company.id = ${anyAsked}),
    standing AS (SELECT a.company_id, a.staff_id, a.level FROM assignments a WHERE ${ours} AND a.staff_id = ANY (${staff})),
    -- Who else administers them: of those chosen none counts, because all of them may lose it together.
    administered AS (
      SELECT DISTINCT a.company_id FROM assignments a WHERE ${ours} AND a.level = 'administrator' AND a.staff_id <> ALL (${staff})),
    judged AS MATERIALIZED (
      SELECT company.id AS company_id, colleague.id AS staff_id, coalesce(standing.level, 'none') AS before,
        CASE WHEN NOT company.is_mine THEN 'not-administered'
          WHEN coalesce(standing.level, 'none') = ${level}::text THEN 'same'
          WHEN standing.level = 'administrator' AND administered.company_id IS NULL THEN 'last-administrator'
          WHEN standing.level IS NULL THEN 'added'
          WHEN ${level}::text = 'none' THEN 'removed' ELSE 'changed' END AS verdict
      FROM company CROSS JOIN unnest(${staff}) AS colleague (id)
      LEFT JOIN standing ON standing.company_id = company.id AND standing.staff_id = colleague.id
      LEFT JOIN administered ON administered.company_id = company.id)`;
}

/** What was judged, in numbers, as a query over `judged`. */
export const summing = sql`
  SELECT count(*)::int AS companies, count(*) FILTER (WHERE changes > 0)::int AS changing,
    count(*) FILTER (WHERE is_same)::int AS same, count(*) FILTER (WHERE is_last)::int AS "lastAdministrator",
    count(*) FILTER (WHERE is_foreign)::int AS "notAdministered", coalesce(sum(changes), 0)::int AS changes,
    coalesce(sum(removals), 0)::int AS removals, coalesce(bit_xor(mark), 0)::text AS mark,
    (SELECT coalesce(json_agg(line), '[]') FROM (
      SELECT staff_id AS "staffId", verdict, count(*)::int AS count FROM judged GROUP BY staff_id, verdict) AS line) AS lines
  FROM (
    SELECT count(*) FILTER (WHERE verdict IN ${changing}) AS changes, count(*) FILTER (WHERE verdict = 'removed') AS removals,
      bool_and(verdict = 'same') AS is_same, bool_or(verdict = 'last-administrator') AS is_last, bool_or(verdict = 'not-administered') AS is_foreign,
      bit_xor(hashtextextended(company_id::text || staff_id::text || before, 0)) FILTER (WHERE verdict IN ${changing}) AS mark
    FROM judged GROUP BY company_id) AS company`;

type Line = { staffId: string; verdict: keyof ColleaguePlan["counts"]; count: number };

/** What `summing` answers. */
export type Sums = Pick<AssignmentPlan, "changing" | "same" | "lastAdministrator" | "notAdministered"> & {
  companies: number;
  changes: number;
  removals: number;
  mark: string;
  lines: Line[];
};

const nothing = { added: 0, changed: 0, removed: 0, same: 0, "last-administrator": 0 };

/** The numbers as they are shown, `chosen` companies having been asked for. */
export function planOf(sums: Sums, { colleagues, level }: Wanted, chosen: number): AssignmentPlan {
  const { companies, changes, removals, mark, lines, ...counts } = sums;
  const countsOf = (id: string) =>
    Object.fromEntries(
      lines.filter(({ staffId }) => staffId === id).map(({ verdict, count }) => [verdict, count]),
    );
  return {
    ...counts,
    ...{ chosen, unseen: chosen - companies },
    colleagues: colleagues.map(({ id, name, email }) => ({
      ...{ name, email },
      counts: { ...nothing, ...countsOf(id) },
    })),
    mustType: removals > MOST_WITHOUT_TYPING ? removals : null,
    expected: `${level} ${changes} ${mark}`,
  };
}
