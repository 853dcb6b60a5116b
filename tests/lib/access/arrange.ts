import type { StaffActor } from "@/db/actor";
import { asActor } from "@/db/as-actor";
import { currentBasis } from "@/lib/access/current-basis";
import { saveChangeInput } from "@/lib/access/operations";
import { loadAccess, loadServicesOf } from "@/lib/access/queries";
import type { PermissionId } from "@/lib/access/permissions";
import { saveChange } from "@/lib/access/save-change";
import { redoChange, undoChange } from "@/lib/access/undo-change";
import { newId } from "@/lib/platform/ids";
import { asSuperuser } from "@/tests/support/database";
import type { People } from "@/tests/support/people";

/** Another company of the organisation; returns its id. */
export async function addCompany(
  { organisationId }: People,
  name: string,
  { kind = "customer", parentId = null as string | null } = {},
): Promise<string> {
  const id = newId();
  await asSuperuser(
    "INSERT INTO companies (organisation_id, id, kind, code, name, parent_id) VALUES ($1, $2, $3, $4, $4, $5)",
    [organisationId, id, kind, name, parentId],
  );
  return id;
}

/** Another contact, of a company of the organisation; returns its id. */
export async function addContact(
  { organisationId }: People,
  companyId: string,
  name: string,
): Promise<string> {
  const id = newId();
  await asSuperuser(
    `INSERT INTO contacts (organisation_id, id, company_id, kind, name, access_since)
      SELECT organisation_id, $2, id, kind, $4, 1 FROM companies WHERE organisation_id = $1 AND id = $3`,
    [organisationId, id, companyId, name],
  );
  return id;
}

/** A second staff user of the same organisation. */
export async function addColleague({ organisationId, staff }: People, name: string): Promise<StaffActor> {
  const staffId = newId();
  await asSuperuser("INSERT INTO staff_users (organisation_id, id, email, name) VALUES ($1, $2, $3, $4)", [
    organisationId,
    staffId,
    `${staffId}@staff.example`,
    name,
  ]);
  return { ...staff, staffId, name };
}

/** A group role for contacts, held by some of them; returns its id. */
export async function addGroupRole(
  { organisationId }: People,
  name: string,
  roles: string[],
  holders: string[],
): Promise<string> {
  const id = newId();
  await asSuperuser(
    "INSERT INTO group_roles (organisation_id, id, audience, code, name, roles) VALUES ($1, $2, 'contact', $3, $3, $4)",
    [organisationId, id, name, roles],
  );
  for (const contactId of holders)
    await asSuperuser("INSERT INTO contact_group_roles VALUES ($1, $2, $3)", [organisationId, contactId, id]);
  return id;
}

/** What the screen of that staff user would know now. */
export const basisOf = (actor: StaffActor) => asActor(actor, (tx) => currentBasis(tx));

type Given = { audience?: string; basis?: object };

/** Saves operations as the screen would send them; without a basis, as if the screen had just been drawn. */
export async function save(actor: StaffActor, operations: object[], given: Given = {}) {
  const basis = given.basis ?? (await basisOf(actor));
  const input = saveChangeInput.parse({ audience: "customer", operations, ...given, basis });
  return asActor(actor, (tx) => saveChange({ tx, actor }, input));
}

/** Undoes a change as that staff user. */
export const undo = (actor: StaffActor, id: number) =>
  asActor(actor, (tx) => undoChange({ tx, actor }, { id }));

/** Redoes a change as that staff user. */
export const redo = (actor: StaffActor, id: number) =>
  asActor(actor, (tx) => redoChange({ tx, actor }, { id }));

/** Whether the contact may do that, now or as of then. */
export async function isAllowed(
  actor: StaffActor,
  contactId: string,
  permission: PermissionId,
  at?: Date,
): Promise<boolean | undefined> {
  const access = await asActor(actor, (tx) => loadAccess(tx, contactId, at));
  return access.permissions.get(permission)?.allowed;
}

/** Whether the portal is on for the company. */
export async function isOn(actor: StaffActor, companyId: string): Promise<boolean | undefined> {
  return (await asActor(actor, (tx) => loadServicesOf(tx, [companyId]))).get(companyId)?.on;
}

/** How much is written of access: changes, entries, undoings, events and e-mails. */
export const written = () =>
  asSuperuser(
    `SELECT (SELECT count(*)::int FROM access_changes) AS changes, (SELECT count(*)::int FROM access_entries) AS entries,
      (SELECT count(*)::int FROM access_undos) AS undos, (SELECT count(*)::int FROM audit_events) AS events, (SELECT count(*)::int FROM mail) AS mail`,
  );

export const everyone = { kind: "everyone" };
export const contact = (contactId: string) => ({ kind: "contact", contactId });
export const companies = (...companyIds: string[]) => ({ kind: "companies", companyIds });
export const tree = (companyId: string) => ({ kind: "tree", companyId });
export const filter = (of: object) => ({ kind: "filter", filter: of });
export const enable = (subject: string, reach: object, more: object = {}) => ({
  ...{ subject, effect: "allow", reach },
  ...more,
});
export const disable = (subject: string, reach: object) => ({ subject, effect: "deny", reach });
export const leave = (subject: string, reach: object) => ({ subject, effect: "inherit", reach });
