import { sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { named, type Target } from "./find-targets";
import { subjectsOf, type Basis, type Operation } from "./operations";
import type { Audience } from "./permissions";
import { isNews } from "./since-basis";

/** That a permission is given by a group role otherwise than when a screen was drawn, or that it was given to or taken from a contact. */
type Event = {
  permission: string;
  summary: string;
  by: string;
  at: string;
  role: string;
  /** Of whom it was given or taken; null when the group role itself was edited. */
  contactId: string | null;
};

/** A group role that gives something else than when a screen was drawn, and the place of the operation that leaves access to it. */
export type GroupRoleNews = { operation: number; summary: string; by: string; at: Date };

type Asked = {
  audience: Audience;
  operations: readonly Operation[];
  basis: Basis;
  targets: readonly Target[];
};

/**
 * Edits of group roles after `basis` that bear on operations which leave a permission to group roles: of roles that somebody in reach
 * holds or held then, and what was given to or taken from a contact that is named.
 */
export async function listGroupRoleNews(tx: Tx, asked: Asked): Promise<GroupRoleNews[]> {
  const { audience, operations, targets } = asked;
  const leaving = operations.flatMap((operation, index) =>
    operation.effect === "inherit" ? [{ index, subjects: subjectsOf(operation, audience) }] : [],
  );
  if (leaving.length === 0) return [];
  const subjects = leaving.flatMap((each) => each.subjects);
  const events = await listEvents(tx, asked, subjects);
  if (events.length === 0) return [];
  const holders = await listHolders(tx, asked.basis, events, targets);
  return leaving.flatMap(({ index: operation, subjects: left }) => {
    const target = targets[operation];
    const found = events.filter(
      (event) =>
        left.some((subject) => subject === event.permission) && target && concerns(event, target, holders),
    );
    return eachOnce(found).map(({ summary, by, at }) => ({ operation, summary, by, at: new Date(at) }));
  });
}

/** The latest event of each group role and contact, whatever number of permissions it is about. */
function eachOnce(events: readonly Event[]): Event[] {
  const latest = new Map<string, Event>();
  for (const event of events) {
    const key = `${event.role} ${event.contactId}`;
    if (!latest.has(key)) latest.set(key, event);
  }
  return [...latest.values()];
}

/**
 * The latest event about each group role, contact that is named, and permission among `subjects`, the latest first: so many at most, however
 * much was edited since.
 */
async function listEvents(tx: Tx, { basis, targets }: Asked, subjects: readonly string[]): Promise<Event[]> {
  const permissions = sql.param([...new Set(subjects)]);
  const { rows } = await tx.execute<Event>(sql`
    SELECT * FROM (
      SELECT DISTINCT ON (w.role, w.contact, given.permission) given.permission, a.subject AS summary, a.actor_name AS by, a.at, w.role,
          w.contact AS "contactId"
        FROM audit_events a CROSS JOIN LATERAL (SELECT coalesce(a.before ->> 'groupRoleId', a.after ->> 'groupRoleId')::uuid,
          CASE WHEN a.act IN ('group-role.given', 'group-role.taken') THEN a.contact_id END) AS w (role, contact)
        LEFT JOIN group_roles r ON r.organisation_id = a.organisation_id AND r.id = w.role
        CROSS JOIN LATERAL (${affected}) AS given (permission)
        WHERE ${isNews(sql`a.at`, sql`a.written_in`, basis)} AND a.act = ANY (${sql.param(acts)}::text[]) AND given.permission = ANY (${permissions}::text[])
          AND (w.contact IS NULL OR w.contact = ANY (${sql.param(named(targets).contactIds)}::uuid[]))
        ORDER BY w.role, w.contact, given.permission, a.at DESC) AS latest
    ORDER BY at DESC, role, "contactId"`);
  return rows;
}

const acts = ["changed", "deactivated", "reactivated", "deleted", "given", "taken"].map(
  (act) => `group-role.${act}`,
);

/** What event `a` makes group role `r` give or not give: what one side of an edit has, and all that it holds when it is switched or given. */
const affected = sql`
  SELECT role.id FROM (
    SELECT jsonb_array_elements_text(CASE WHEN a.act IN ('group-role.changed', 'group-role.deleted') THEN a.before -> 'roles' END)
    UNION ALL SELECT jsonb_array_elements_text(CASE a.act WHEN 'group-role.changed' THEN a.after -> 'roles'
      WHEN 'group-role.deleted' THEN NULL ELSE to_jsonb(r.roles) END)) AS role (id) GROUP BY role.id HAVING count(*) = 1`;

/** Each group role that was edited with the named contacts, and companies of contacts, that hold it or did: "role contact", "role company". */
async function listHolders(
  tx: Tx,
  { at }: Basis,
  events: readonly Event[],
  targets: readonly Target[],
): Promise<ReadonlySet<string>> {
  const roles = [...new Set(events.map(({ role }) => role))];
  const { contactIds, companyIds } = named(targets);
  const { rows } = await tx.execute<{ role: string; contact: string; company: string }>(sql`
    SELECT m.group_role_id AS role, c.id AS contact, c.company_id AS company FROM (
        SELECT organisation_id, group_role_id, contact_id FROM contact_group_roles
        UNION ALL SELECT organisation_id, group_role_id, contact_id FROM past_contact_group_roles WHERE until > ${at}) AS m
      JOIN contacts c ON c.organisation_id = m.organisation_id AND c.id = m.contact_id
      WHERE m.group_role_id = ANY (${sql.param(roles)}::uuid[])
        AND (c.id = ANY (${sql.param(contactIds)}::uuid[]) OR c.company_id = ANY (${sql.param(companyIds)}::uuid[]))`);
  return new Set(rows.flatMap(({ role, contact, company }) => [`${role} ${contact}`, `${role} ${company}`]));
}

function concerns({ role, contactId }: Event, target: Target, holders: ReadonlySet<string>): boolean {
  if (contactId !== null) return target.kind === "contact" && contactId === target.contact.id;
  if (target.kind === "everyone" || target.kind === "filter") return true;
  if (target.kind === "contact") return holders.has(`${role} ${target.contact.id}`);
  return target.companies.some(({ id }) => holders.has(`${role} ${id}`));
}
