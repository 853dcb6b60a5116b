import { sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { named, type Target } from "./find-targets";
import { subjectsOf, type Basis, type Operation } from "./operations";
import type { Audience } from "./permissions";

type Event = {
  act: string;
  summary: string;
  by: string;
  at: string;
  contactId: string | null;
  role: string | null;
  was: string[] | null;
  is: string[] | null;
  /** What the group role holds now; null when it is gone. */
  roles: string[] | null;
};

/** A group role that gives something else than when a screen was drawn, and the place of the operation that leaves access to it. */
export type GroupRoleNews = { operation: number; summary: string; by: string; at: Date };

type Asked = {
  audience: Audience;
  operations: readonly Operation[];
  basis: Basis;
  targets: readonly Target[];
};

// The latest; one is enough to refuse.
const MOST = 100;

/**
 * Edits of group roles after `basis` that bear on operations which leave a permission to group roles: of roles that somebody in reach
 * holds or held then, and what was given to or taken from a contact that is named.
 */
export async function listGroupRoleNews(tx: Tx, asked: Asked): Promise<GroupRoleNews[]> {
  const { audience, operations, targets } = asked;
  const leaving = operations.flatMap(({ effect }, operation) => (effect === "inherit" ? [operation] : []));
  if (leaving.length === 0) return [];
  const events = await listEvents(tx, asked.basis);
  if (events.length === 0) return [];
  const holders = await listHolders(tx, asked.basis, events, targets);
  return leaving.flatMap((operation) => {
    const [staged, target] = [operations[operation], targets[operation]];
    if (!staged || !target) return [];
    const subjects: readonly string[] = subjectsOf(staged, audience);
    return events
      .filter((event) => affected(event).some((role) => subjects.includes(role)))
      .filter((event) => concerns(event, target, holders))
      .map(({ summary, by, at }) => ({ operation, summary, by, at: new Date(at) }));
  });
}

async function listEvents(tx: Tx, { at }: Basis): Promise<Event[]> {
  const { rows } = await tx.execute<Event>(sql`
    SELECT a.act, a.subject AS summary, a.actor_name AS by, a.at, a.contact_id AS "contactId", w.id AS role, a.before -> 'roles' AS was,
        a.after -> 'roles' AS is, to_json(r.roles) AS roles
      FROM audit_events a CROSS JOIN LATERAL (SELECT coalesce(a.before ->> 'groupRoleId', a.after ->> 'groupRoleId')::uuid) AS w (id)
      LEFT JOIN group_roles r ON r.organisation_id = a.organisation_id AND r.id = w.id
      WHERE a.at > ${at} AND a.act IN ('group-role.changed', 'group-role.deactivated', 'group-role.reactivated', 'group-role.deleted',
        'group-role.given', 'group-role.taken')
      ORDER BY a.at DESC LIMIT ${MOST}`);
  return rows;
}

/** The permissions that the event makes a group role give or not give. */
function affected({ act, was, is, roles }: Event): readonly string[] {
  if (act === "group-role.deleted") return was ?? [];
  if (act !== "group-role.changed") return roles ?? [];
  if (!was || !is) return [];
  return [...was.filter((role) => !is.includes(role)), ...is.filter((role) => !was.includes(role))];
}

/** Each group role that was edited with the named contacts, and companies of contacts, that hold it or did: "role contact", "role company". */
async function listHolders(
  tx: Tx,
  { at }: Basis,
  events: readonly Event[],
  targets: readonly Target[],
): Promise<ReadonlySet<string>> {
  const roles = events.flatMap(({ role }) => role ?? []);
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

function concerns({ act, role, contactId }: Event, target: Target, holders: ReadonlySet<string>): boolean {
  const isOfOne = act === "group-role.given" || act === "group-role.taken";
  if (target.kind === "contact" && isOfOne) return contactId === target.contact.id;
  if (isOfOne || target.kind === "everyone" || target.kind === "filter") return !isOfOne;
  if (target.kind === "contact") return holders.has(`${role} ${target.contact.id}`);
  return target.companies.some(({ id }) => holders.has(`${role} ${id}`));
}
