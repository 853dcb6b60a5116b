import { sql, type SQL } from "drizzle-orm";
import { clock } from "@/lib/platform/clock";
import { SERVICES, type PermissionId } from "./permissions";

/**
 * The condition under which change `h` counts: not undone now or, as of `at`, made by then and not undone between being made and
 * then, whatever was undone or redone later.
 */
export const changeStands = (at: Date | undefined): SQL =>
  at === undefined
    ? sql`h.undone_at IS NULL`
    : sql`h.made_at <= ${at} AND NOT EXISTS (SELECT FROM access_undos u
        WHERE u.organisation_id = h.organisation_id AND u.change_id = h.id
          AND u.undone_at <= ${at} AND (u.redone_at IS NULL OR u.redone_at > ${at}))`;

/**
 * The condition under which entry `e` has a say now: not past its last day, and not of a change that is undone. With `only`, also that it
 * speaks of one of these permissions or of Services.
 */
export function standingOf(only?: readonly PermissionId[]): SQL {
  const today = sql`(SELECT (${clock.now()}::timestamptz AT TIME ZONE time_zone)::date FROM organisations WHERE id = app_organisation())`;
  const spoken = only && sql`AND e.permission = ANY (${sql.param([SERVICES, ...only])}::text[])`;
  return sql`(e.last_day IS NULL OR e.last_day >= ${today}) ${spoken}
    AND e.change_id NOT IN (SELECT id FROM access_changes WHERE undone_at IS NOT NULL)`;
}
