import { sql } from "drizzle-orm";
import { contactGroupRoles, contacts, groupRoles, pastContactGroupRoles, pastGroupRoles } from "@/db/schema";
import type { AccessSubject } from "./resolve-access";

type Held = AccessSubject["groupRoles"];

/** The group roles that each contact of the query held at a moment of the past, as they were then, also those that are gone. */
export const rolesOfContactAt = (at: Date) => sql<Held>`(
  SELECT coalesce(json_agg(json_build_object('name', role.name, 'isActive', role.is_active, 'roles', role.roles) ORDER BY role.name), '[]')
  FROM (
    SELECT m.group_role_id FROM ${contactGroupRoles} m
      WHERE m.organisation_id = ${contacts.organisationId} AND m.contact_id = ${contacts.id} AND m.since <= ${at}
    UNION
    SELECT m.group_role_id FROM ${pastContactGroupRoles} m
      WHERE m.organisation_id = ${contacts.organisationId} AND m.contact_id = ${contacts.id} AND m.since <= ${at} AND m.until > ${at}
  ) held JOIN LATERAL (
    SELECT r.name, r.is_active, r.roles FROM ${groupRoles} r
      WHERE r.organisation_id = ${contacts.organisationId} AND r.id = held.group_role_id AND r.since <= ${at}
    UNION ALL
    SELECT r.name, r.is_active, r.roles FROM ${pastGroupRoles} r
      WHERE r.organisation_id = ${contacts.organisationId} AND r.group_role_id = held.group_role_id AND r.since <= ${at} AND r.until > ${at}
  ) role ON true)`;
