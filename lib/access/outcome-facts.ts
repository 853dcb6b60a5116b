import { sql, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { clock } from "@/lib/platform/clock";
import { standingOf } from "./standing-changes";
import { codeOfEntry } from "./ledger-codes";
import {
  findPermission,
  hiddenName,
  portalModule,
  SERVICES,
  type Audience,
  type LedgerSubject,
  type PermissionId,
} from "./permissions";
import { dayIn } from "./days";

/** What an outcome is counted with that is the same for every contact of the audience. */
export type OutcomeFacts = {
  audience: Audience;
  /** The permissions to look at; the first is bit 1 of a mask, the second bit 2, the third bit 4. */
  looked: readonly PermissionId[];
  today: string;
  hasPortal: boolean;
  /** Those of the permissions whose module the organisation offers, as a mask. */
  inModules: number;
  /** Those of them that its portal settings do not hide. */
  offered: number;
  /** The code of the latest entry for everyone that stands, by what it speaks of. */
  forEveryone: ReadonlyMap<LedgerSubject, string>;
  /** What each active group role gives, as a mask, by its id. */
  groupRoles: ReadonlyMap<string, number>;
};

type GroupRole = { id: string; roles: string[] };
type Own = { modules: string[]; hidden: string[]; zone: string; groupRoles: GroupRole[] };

/** Reads the modules and group roles of the organisation and the latest entries for everyone. */
export async function findOutcomeFacts(
  tx: Tx,
  audience: Audience,
  looked: readonly PermissionId[],
): Promise<OutcomeFacts> {
  const at = clock.now();
  const { rows: own } = await tx.execute<Own>(sql`
    SELECT modules, hidden, time_zone AS zone, (SELECT coalesce(json_agg(json_build_object('id', id, 'roles', roles)), '[]')
      FROM group_roles WHERE is_active AND roles && ${sql.param(looked)}::text[]) AS "groupRoles"
    FROM organisations WHERE id = app_organisation()`);
  const { rows } = await tx.execute<{ permission: LedgerSubject; code: string }>(sql`
    SELECT e.permission, max(${codeOfEntry}) AS code FROM access_entries e
    WHERE e.scope = 'everyone' AND e.audience = ${audience} AND ${standingOf(looked)} GROUP BY e.permission`);
  const { modules = [], hidden = [] } = own[0] ?? {};
  const isInModules = (id: PermissionId) => {
    const module = findPermission(audience, id)?.module ?? null;
    return module === null || modules.includes(module);
  };
  return {
    audience,
    looked,
    today: dayIn(own[0]?.zone ?? "UTC", at),
    hasPortal: modules.includes(portalModule[audience]),
    inModules: maskOf(looked, looked.filter(isInModules)),
    offered: maskOf(
      looked,
      looked.filter((id) => isInModules(id) && !hidden.includes(hiddenName(audience, id))),
    ),
    forEveryone: new Map(rows.map(({ permission, code }) => [permission, code])),
    groupRoles: new Map(own[0]?.groupRoles.map(({ id, roles }) => [id, maskOf(looked, roles)])),
  };
}

/** The mask in which exactly the bits of `some` are set. */
export const maskOf = (looked: readonly PermissionId[], some: readonly string[]): number =>
  looked.reduce((mask, id, place) => (some.includes(id) ? mask | (1 << place) : mask), 0);

/** The code of the entry for everyone as a literal that the query can compare. */
export const everyoneCode = ({ forEveryone }: OutcomeFacts, subject: LedgerSubject): SQL =>
  sql`${forEveryone.get(subject) ?? null}::bigint`;

/** The latest code of each subject as columns of its own, for entries grouped by their target. */
export const latestCodes = (subjects: readonly LedgerSubject[]): SQL =>
  sql.join(
    subjects.map(
      (subject) =>
        sql`max(${codeOfEntry}) FILTER (WHERE e.permission = ${subject}) AS ${sql.identifier(columnOf(subject))}`,
    ),
    sql`, `,
  );

/** The latest codes of each company with entries of its own. */
export const codesOfCompanies = ({ audience, looked }: OutcomeFacts): SQL => sql`of_company AS MATERIALIZED (
    SELECT e.company_id AS id, ${latestCodes([SERVICES, ...looked])} FROM access_entries e
    WHERE e.scope = 'company' AND e.audience = ${audience} AND ${standingOf(looked)} GROUP BY e.company_id)`;

/** The column of `latestCodes` for that subject, in the row called `row`. */
export const codeIn = (row: string, subject: LedgerSubject): SQL =>
  sql`${sql.identifier(row)}.${sql.identifier(columnOf(subject))}`;

const columnOf = (subject: LedgerSubject) => (subject === SERVICES ? "of_services" : `of_${subject}`);
