import type { StaffActor } from "@/db/actor";
import { asActor } from "@/db/as-actor";
import { appendChange, type NewEntry } from "@/lib/access/append-change";
import { loadAccess } from "@/lib/access/queries";
import { createGroupRole } from "@/lib/group-roles/create-group-role";
import { deleteGroupRole, reachOfDeletion } from "@/lib/group-roles/delete-group-role";
import { createGroupRoleInput, deleteGroupRoleInput, updateGroupRoleInput } from "@/lib/group-roles/input";
import { lockGroupRole } from "@/lib/group-roles/lock-group-role";
import { addMember, removeMember } from "@/lib/group-roles/members";
import { updateGroupRole } from "@/lib/group-roles/update-group-role";
import { newId } from "@/lib/platform/ids";
import { asSuperuser } from "@/tests/support/database";
import type { People } from "@/tests/support/people";

export const buyer = {
  name: "Buyer",
  code: "BUYER",
  description: "Buys.",
  roles: ["enquiries", "quotations"],
};

/** Creates a group role as that staff user, the fields as a form sends them, and returns its id. */
export const create = async (actor: StaffActor, fields: object = {}) =>
  (
    await asActor(actor, (tx) =>
      createGroupRole({ tx, actor }, createGroupRoleInput.parse({ ...buyer, ...fields })),
    )
  ).groupRoleId;

/** Saves a group role as that staff user, the fields as a form sends them. */
export const update = (actor: StaffActor, groupRoleId: string, fields: object = {}) =>
  asActor(actor, (tx) =>
    updateGroupRole(
      { tx, actor },
      updateGroupRoleInput.parse({ ...buyer, version: 1, groupRoleId, ...fields }),
    ),
  );

/** What the question before a deletion says. */
export const reachOf = (actor: StaffActor, groupRoleId: string) =>
  asActor(actor, async (tx) => reachOfDeletion(tx, await lockGroupRole(tx, groupRoleId)));

/** Deletes a group role as that staff user, who was asked about `reach`. */
export const remove = (actor: StaffActor, groupRoleId: string, reach: object = { members: 0, losing: 0 }) =>
  asActor(actor, (tx) =>
    deleteGroupRole({ tx, actor }, deleteGroupRoleInput.parse({ groupRoleId, ...reach })),
  );

export const give = (actor: StaffActor, groupRoleId: string, contactId: string) =>
  asActor(actor, (tx) => addMember({ tx, actor }, { groupRoleId, contactId }));

export const take = (actor: StaffActor, groupRoleId: string, contactId: string) =>
  asActor(actor, (tx) => removeMember({ tx, actor }, { groupRoleId, contactId }));

/** What a contact is allowed. */
export const allowed = (actor: StaffActor, contactId: string) =>
  asActor(actor, async (tx) => {
    const { permissions } = await loadAccess(tx, contactId);
    return [...permissions].filter(([, answer]) => answer.allowed).map(([id]) => id);
  });

/** Another contact of the same company. */
export async function colleague(people: People, name: string): Promise<string> {
  const id = newId();
  await asSuperuser(
    "INSERT INTO contacts (organisation_id, id, company_id, kind, name, access_since) VALUES ($1, $2, $3, 'customer', $4, 1)",
    [people.organisationId, id, people.companyId, name],
  );
  return id;
}

/** Appends a change for one contact. */
export const decide = (
  actor: StaffActor,
  contactId: string,
  entry: Pick<NewEntry, "permission" | "effect">,
) =>
  asActor(actor, (tx) =>
    appendChange(tx, actor, {
      summary: "One tick",
      entries: [{ ...entry, scope: "contact", contactId, audience: "customer" }],
    }),
  );

/** What was recorded, in order. */
export const events = () =>
  asSuperuser<{ act: string; before: unknown; after: unknown; contact_id: string | null }>(
    "SELECT act, before, after, contact_id FROM audit_events ORDER BY id",
  );
