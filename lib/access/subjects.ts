import { sql } from "drizzle-orm";
import { companies, contactGroupRoles, contacts, groupRoles, organisations } from "@/db/schema";
import type { AccessSubject } from "./resolve-access";

const rolesOfContact = sql<AccessSubject["groupRoles"]>`(
  SELECT coalesce(json_agg(json_build_object('name', ${groupRoles.name}, 'isActive', ${groupRoles.isActive}, 'roles', ${groupRoles.roles}) ORDER BY ${groupRoles.name}), '[]')
  FROM ${contactGroupRoles} JOIN ${groupRoles} ON ${groupRoles.organisationId} = ${contactGroupRoles.organisationId} AND ${groupRoles.id} = ${contactGroupRoles.groupRoleId}
  WHERE ${contactGroupRoles.organisationId} = ${contacts.organisationId} AND ${contactGroupRoles.contactId} = ${contacts.id})`;

/** What of a contact, its company and its organisation has a say in its access. */
export const subjectColumns = {
  contactId: contacts.id,
  audience: contacts.kind,
  deactivatedAt: contacts.deactivatedAt,
  accessSince: contacts.accessSince,
  companyId: companies.id,
  companySince: companies.accessSince,
  companyStatus: companies.status,
  modules: organisations.modules,
  hidden: organisations.hidden,
  groupRoles: rolesOfContact,
};

type SubjectRow = {
  contactId: string;
  audience: AccessSubject["audience"];
  deactivatedAt: Date | null;
  accessSince: number;
  companyId: string;
  companySince: number;
  companyStatus: string;
  modules: string[];
  hidden: string[];
  groupRoles: AccessSubject["groupRoles"];
};

/** The contact that a row of `subjectColumns` tells of, as `resolveAccess` asks for it. */
export function subjectFrom(row: SubjectRow): AccessSubject {
  return {
    contactId: row.contactId,
    audience: row.audience,
    isActive: row.deactivatedAt === null,
    accessSince: row.accessSince,
    company: { id: row.companyId, accessSince: row.companySince, isClosed: row.companyStatus === "closed" },
    groupRoles: row.groupRoles,
    modules: row.modules,
    hidden: row.hidden,
  };
}
