import { newId } from "@/lib/platform/ids";
import type { SessionKind, SessionPointer } from "@/lib/auth/next-auth";
import { asSuperuser, resetDatabase } from "../../support/database";
import { arrange } from "../isolation/attempts";
import { tenant, type Tenant } from "../isolation/rows";

export type Session = SessionPointer & { kind: SessionKind };

/** Two organisations, and the sessions of everybody who could knock at a gate of the first. */
export type Scene = { ours: Tenant; theirs: Tenant; sessions: Record<string, Session> };

/** Arranges the scene anew. */
export async function arrangeScene(): Promise<Scene> {
  await resetDatabase();
  const ours = tenant("ours", 1);
  const theirs = tenant("theirs", 2);
  for (const one of [ours, theirs]) {
    await arrange(one);
    await asSuperuser(
      "INSERT INTO companies (organisation_id, id, kind, code, name) VALUES ($1, $2, 'supplier', 'S', 'Supplier')",
      [one.organisationId, one.id("companies", "supplier")],
    );
    await asSuperuser(
      "INSERT INTO projects (organisation_id, id, company_id, name) VALUES ($1, $2, $3, 'Of a supplier')",
      [one.organisationId, one.id("projects", "supplier"), one.id("companies", "supplier")],
    );
  }
  const administrator = await newStaff(ours, "administrator");
  const powerless = await newStaff(ours, "powerless");
  const left = await newStaff(ours, "left");
  await asSuperuser(
    "INSERT INTO staff_roles (organisation_id, staff_id, role) VALUES ($1, $2, 'administrator')",
    [ours.organisationId, administrator.staffId],
  );
  await asSuperuser("UPDATE staff_users SET deactivated_at = now() WHERE id = $1", [left.staffId]);
  const ended = await newStaff(ours, "ended");
  await asSuperuser("UPDATE sessions SET ended_at = now() WHERE id = $1", [ended.session.sessionId]);
  const of = ({ organisationId, id }: Tenant, kind: SessionKind, name: string): Session => ({
    ...{ kind, organisationId, sessionId: id("sessions", name) },
  });
  return {
    ours,
    theirs,
    sessions: {
      administrator: administrator.session,
      powerless: powerless.session,
      left: left.session,
      ended: ended.session,
      contact: of(ours, "contact", "site"),
      "somebody else's organisation": { ...of(theirs, "staff", "boss"), organisationId: ours.organisationId },
    },
  };
}

async function newStaff(
  { organisationId }: Tenant,
  name: string,
): Promise<{ staffId: string; session: Session }> {
  const [staffId, sessionId] = [newId(), newId()];
  await asSuperuser("INSERT INTO staff_users (organisation_id, id, email, name) VALUES ($1, $2, $3, $4)", [
    ...[organisationId, staffId, `${name}@gates.example`, name],
  ]);
  await asSuperuser(
    "INSERT INTO sessions (organisation_id, id, kind, staff_id, expires_at) VALUES ($1, $2, 'staff', $3, '2100-01-01')",
    [organisationId, sessionId, staffId],
  );
  return { staffId, session: { kind: "staff", organisationId, sessionId } };
}

/** A fingerprint of everything that the application keeps, except when sessions were last seen and how often somebody tried. */
export async function fingerprint(): Promise<Record<string, string>> {
  const tables = await asSuperuser<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
      AND relname NOT IN ('throttle', 'sessions') ORDER BY 1`,
  );
  const parts = tables.map(
    ({ name }) =>
      `SELECT '${name}' AS name, coalesce(md5(string_agg(t::text, ',' ORDER BY t::text)), '') AS print FROM ${name} t`,
  );
  const sessions =
    "SELECT 'sessions', md5(string_agg(id::text || coalesce(ended_at::text, ''), ',' ORDER BY id)) FROM sessions";
  const jobs = "SELECT 'jobs', count(*)::text FROM graphile_worker.jobs";
  const rows = await asSuperuser<{ name: string; print: string }>(
    [...parts, sessions, jobs].join(" UNION ALL "),
  );
  return Object.fromEntries(rows.map(({ name, print }) => [name, print]));
}
