import { inArray, isNull, sql, type SQL } from "drizzle-orm";
import { contacts, logins, tokens } from "@/db/schema";
import { contactStates, currentStates, type ContactState } from "./list-input";

/** The condition under which a contact's credential is in one of these states at `now`; says in SQL what `credentialState` says. */
export function inStates(states: readonly ContactState[], now: Date): SQL | undefined {
  if (contactStates.every((state) => states.includes(state))) return undefined;
  const isCurrent = isNull(contacts.deactivatedAt);
  if (currentStates.every((state) => states.includes(state))) return isCurrent;
  return inArray(stateAt(now), [...states]);
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
