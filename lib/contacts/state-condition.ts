import { inArray, isNull, sql, type SQL } from "drizzle-orm";
import { contacts, logins, tokens } from "@/db/schema";
import type { Narrowing } from "@/lib/search/find-ids";
import { contactStates, currentStates, type ContactState } from "./list-input";

const isAll = (some: readonly ContactState[], all: readonly ContactState[]) =>
  all.every((state) => some.includes(state));

/** Whether it takes more than a look at the contact itself to tell who is in one of these states. */
export const needsLogin = (states: readonly ContactState[]): boolean => !isAll(states, currentStates);

/** The condition for states that the contact itself tells: all of them, or all but the deactivated. */
export function inCurrentStates(states: readonly ContactState[]): SQL | undefined {
  return isAll(states, contactStates) ? undefined : isNull(contacts.deactivatedAt);
}

/** Narrows a list to the contacts whose credential is in one of these states at `now`; says in SQL what `credentialState` says. */
export function inStates(states: readonly ContactState[], now: Date): Narrowing {
  const ids = [...new Set(states.map((state) => candidates[state]))];
  return {
    test: inArray(stateAt(now), [...states]),
    columns: [contacts.organisationId, contacts.loginId, contacts.deactivatedAt],
    // With its doubles: to drop them PostgreSQL would read all contacts in order, comparing each with every id.
    candidates: sql.join(ids, sql` UNION ALL `),
  };
}

function stateAt(now: Date): SQL {
  const login = sql`SELECT
      CASE WHEN l.password_hash IS NOT NULL AND l.temporary_until IS NULL THEN 'active'
        WHEN l.temporary_until > ${now} THEN 'temporary'
        WHEN open.expires_at > ${now} THEN 'invited'
        WHEN l.temporary_until IS NOT NULL THEN 'temporary-expired'
        WHEN open.expires_at IS NOT NULL THEN 'invitation-expired' ELSE 'none' END
    FROM ${logins} l LEFT JOIN LATERAL (
      SELECT CASE WHEN newest.used_at IS NULL AND newest.ended_at IS NULL THEN newest.expires_at END AS expires_at
      FROM (SELECT * FROM ${tokens} t WHERE t.organisation_id = l.organisation_id AND t.login_id = l.id AND t.purpose = 'activation'
        ORDER BY t.id DESC LIMIT 1) newest) open ON true
    WHERE l.organisation_id = ${contacts.organisationId} AND l.id = ${contacts.loginId}`;
  return sql`CASE WHEN ${contacts.deactivatedAt} IS NOT NULL THEN 'deactivated' ELSE coalesce((${login}), 'none') END`;
}

const ofLogins = (which: SQL) =>
  sql`SELECT c.id FROM ${contacts} c WHERE c.organisation_id = app_organisation() AND c.login_id = ANY (ARRAY(${which}))`;

// Each condition is that of a partial index, so that the few are found without reading the many.
const withTemporary = ofLogins(
  sql`SELECT l.id FROM ${logins} l WHERE l.organisation_id = app_organisation() AND l.temporary_until IS NOT NULL`,
);
const withInvitation = ofLogins(
  sql`SELECT t.login_id FROM ${tokens} t WHERE t.organisation_id = app_organisation()
    AND t.purpose = 'activation' AND t.used_at IS NULL AND t.ended_at IS NULL`,
);
const withPassword = ofLogins(
  sql`SELECT l.id FROM ${logins} l WHERE l.organisation_id = app_organisation() AND l.password_hash IS NOT NULL`,
);
const withoutPassword = sql`SELECT c.id FROM ${contacts} c WHERE c.organisation_id = app_organisation() AND c.login_id IS NULL
  UNION ALL ${ofLogins(sql`SELECT l.id FROM ${logins} l WHERE l.organisation_id = app_organisation() AND l.password_hash IS NULL`)}`;
const deactivated = sql`SELECT c.id FROM ${contacts} c WHERE c.organisation_id = app_organisation() AND c.deactivated_at IS NOT NULL`;

/** For each state the contacts who may be in it. */
const candidates: Record<ContactState, SQL> = {
  none: withoutPassword,
  invited: withInvitation,
  "invitation-expired": withInvitation,
  temporary: withTemporary,
  "temporary-expired": withTemporary,
  active: withPassword,
  deactivated,
};
