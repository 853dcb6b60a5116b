import { sql, type AnyColumn, type SQL } from "drizzle-orm";
import type { ImportField } from "./fields";
import type { Plan } from "./work";

/** A column that an import writes, and what it is to be for a row that exists and for a new one. */
export type Target = { key: string; column: string; name: string; kept: SQL; fresh: SQL };

type Columns = Record<string, AnyColumn>;

/** The cell of the staged row `s` for a field. */
export const cell = (key: string): SQL => sql`s.${sql.identifier(key)}`;

/** What a field becomes: an empty cell leaves what is there, or empties it when the run says so. */
function merged(field: ImportField, current: SQL, { emptyCells }: Plan): SQL {
  const empty = emptyCells === "clear" && !field.isKept ? sql`''` : current;
  return sql`CASE WHEN ${cell(field.key)} = '' THEN ${empty} ELSE ${cell(field.key)} END`;
}

/** The targets of the fields of one table; `from` are its columns as the statement names them. */
export function targetsOf(fields: readonly ImportField[], from: Columns, plan: Plan): Target[] {
  return fields.flatMap((field) => {
    const column = from[field.column];
    if (!column) return [];
    const { key } = field;
    return [
      {
        key,
        column: field.column,
        name: column.name,
        kept: merged(field, sql`${column}`, plan),
        fresh: cell(key),
      },
    ];
  });
}

/** The columns of the targets, to stand after others in an INSERT. */
export const named = (targets: readonly Target[]): SQL =>
  sql.join(
    targets.map(({ name }) => sql`, ${sql.identifier(name)}`),
    sql``,
  );
/** What a new row holds in those columns, in the same order. */
export const fresh = (targets: readonly Target[]): SQL =>
  sql.join(
    targets.map((target) => sql`, ${target.fresh}`),
    sql``,
  );

const withoutReason = (status: SQL, reason: SQL) =>
  sql`CASE WHEN ${status} = 'active' THEN '' ELSE ${reason} END`;

/** The targets of a company. Its code is how it is recognised and stays; a status that needs no reason has none. */
export function companyTargets(plan: Plan, from: Columns): Target[] {
  const fields = plan.fields.filter(
    ({ of, key }) => of === "company" && key !== "code" && key !== "parentCode",
  );
  const targets = targetsOf(fields, from, plan);
  const status = targets.find(({ key }) => key === "status");
  const reason = targets.find(({ key }) => key === "statusReason");
  if (!status && !reason) return targets;
  const kept = {
    status: status?.kept ?? sql`${from.status}`,
    reason: reason?.kept ?? sql`${from.statusReason}`,
  };
  const begun = sql`CASE WHEN ${cell("status")} = '' THEN 'active' ELSE ${cell("status")} END`;
  const others = targets.filter((target) => target !== status && target !== reason);
  return [
    ...others,
    { key: "status", column: "status", name: "status", kept: kept.status, fresh: begun },
    {
      ...{ key: "statusReason", column: "statusReason", name: "status_reason" },
      kept: withoutReason(kept.status, kept.reason),
      fresh: withoutReason(begun, cell("statusReason")),
    },
  ];
}

/** The targets of a contact beside their e-mail address, which is their login's. */
export function contactTargets(plan: Plan, from: Columns): Target[] {
  const fields = plan.fields.filter(({ of, key }) => of === "contact" && key !== "contactEmail");
  return targetsOf(fields, from, plan);
}

/** The changes that the targets make to a row that exists, as {field: [before, after]}; null when there are none. */
export function changesOf(targets: readonly Target[], from: Columns): SQL {
  if (targets.length === 0) return sql`NULL::jsonb`;
  const differs = (target: Target) => sql`${from[target.column]} IS DISTINCT FROM ${target.kept}`;
  const pairs = targets.map(
    (target) =>
      sql`${target.key}::text, CASE WHEN ${differs(target)} THEN jsonb_build_array(${from[target.column]}, ${target.kept}) END`,
  );
  return sql`CASE WHEN ${sql.join(targets.map(differs), sql` OR `)}
    THEN jsonb_strip_nulls(jsonb_build_object(${sql.join(pairs, sql`, `)})) END`;
}
