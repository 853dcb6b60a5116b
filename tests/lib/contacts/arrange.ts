import type { StaffActor } from "@/db/actor";
import { asActor } from "@/db/as-actor";
import { inviteContact } from "@/lib/contacts/invite-contact";
import { inviteContactInput, updateContactInput } from "@/lib/contacts/input";
import { updateContact } from "@/lib/contacts/update-contact";
import { newId } from "@/lib/platform/ids";
import { asSuperuser } from "@/tests/support/database";
import type { People } from "@/tests/support/people";

/** Adds a contact as that staff user, the fields as a form sends them. */
export const invite = (actor: StaffActor, fields: Record<string, unknown>) =>
  asActor(actor, (tx) => inviteContact({ tx, actor }, inviteContactInput.parse(fields)));

/** Saves a contact as that staff user, the fields as a form sends them. */
export const update = (actor: StaffActor, fields: Record<string, unknown>) =>
  asActor(actor, (tx) => updateContact({ tx, actor }, updateContactInput.parse(fields)));

/** Another company of the same organisation. */
export async function anotherCompany(people: People, kind = "customer", name = "Elsewhere"): Promise<string> {
  const id = newId();
  await asSuperuser(
    "INSERT INTO companies (organisation_id, id, kind, code, name) VALUES ($1, $2, $3, $4, $5)",
    [people.organisationId, id, kind, name.toUpperCase(), name],
  );
  return id;
}

/** A group role for contacts. */
export async function groupRole(people: People, name: string, roles: string[]): Promise<string> {
  const id = newId();
  await asSuperuser(
    "INSERT INTO group_roles (organisation_id, id, audience, code, name, roles) VALUES ($1, $2, 'contact', $3, $4, $5)",
    [people.organisationId, id, name.toUpperCase(), name, roles],
  );
  return id;
}

/** The same staff user, limited to one company which they administer. */
export async function limitedTo(people: People, companyId: string): Promise<StaffActor> {
  const { organisationId, staff } = people;
  await asSuperuser("INSERT INTO assignments VALUES ($1, $2, $3, 'administrator')", [
    organisationId,
    staff.staffId,
    companyId,
  ]);
  return { ...staff, reach: "administered" };
}

const counted = [
  "contacts",
  "logins",
  "contact_group_roles",
  "access_changes",
  "audit_events",
  "tokens",
  "mail",
];

/** How many rows there are of everything that adding a contact writes. */
export async function written(): Promise<unknown> {
  const counts = counted.map((table) => `(SELECT count(*)::int FROM ${table}) AS ${table}`);
  const jobs = "(SELECT count(*)::int FROM graphile_worker.jobs) AS jobs";
  return (await asSuperuser(`SELECT ${[...counts, jobs].join(", ")}`))[0];
}
