import { sql, type SQL } from "drizzle-orm";

/**
 * The condition under which change `h` counts: not undone now or, as of `at`, made by then and not undone between being made and
 * then, whatever was undone or redone later.
 */
export const changeStands = (at: Date | undefined): SQL =>
  at === undefined
    ? sql`h.undone_at IS NULL`
    : sql`h.made_at <= ${at} AND NOT EXISTS (SELECT FROM access_undos u
        WHERE u.organisation_id = h.organisation_id AND u.change_id = h.id AND ${wasUndone(at)})`;

/** A query for the ids of the changes that do not count now or, as of `at`, did not count then. */
export const struckOut = (at: Date | undefined): SQL =>
  at === undefined
    ? sql`SELECT id FROM access_changes WHERE undone_at IS NOT NULL`
    : sql`SELECT id FROM access_changes WHERE made_at > ${at} UNION ALL SELECT change_id FROM access_undos u WHERE ${wasUndone(at)}`;

const wasUndone = (at: Date) => sql`u.undone_at <= ${at} AND (u.redone_at IS NULL OR u.redone_at > ${at})`;
