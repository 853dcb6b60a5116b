import { and, eq, sql } from "drizzle-orm";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { contactGroupRoles, contacts, groupRoles } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { clock } from "@/lib/platform/clock";
import { Refusal, violatedConstraint } from "@/lib/platform/errors";
import type { MemberInput } from "./input";

type Context = { tx: Tx; actor: StaffActor };
type Member = { groupRoleId: string; contactId: string; name: string };

/** Gives a contact a group role, at once; changes nothing when they hold it already. */
export async function addMember(
  { tx, actor }: Context,
  { groupRoleId, contactId }: MemberInput,
): Promise<Member> {
  const { organisationId } = actor;
  const contact = await lockContact(tx, contactId);
  const groupRole = await demandGroupRole(tx, groupRoleId);
  const added = await tx
    .insert(contactGroupRoles)
    .values({ organisationId, contactId, groupRoleId })
    .onConflictDoNothing()
    .returning({ contactId: contactGroupRoles.contactId })
    .catch(refuseLost);
  if (added.length > 0) await note({ tx, actor }, "group-role.given", contact, groupRole);
  return { groupRoleId, contactId, name: contact.name };
}

/** Takes a group role from a contact, at once; changes nothing when they do not hold it. */
export async function removeMember(
  { tx, actor }: Context,
  { groupRoleId, contactId }: MemberInput,
): Promise<Member> {
  const contact = await lockContact(tx, contactId);
  const groupRole = await demandGroupRole(tx, groupRoleId);
  const removed = await tx
    .delete(contactGroupRoles)
    .where(and(eq(contactGroupRoles.contactId, contactId), eq(contactGroupRoles.groupRoleId, groupRoleId)))
    .returning({ contactId: contactGroupRoles.contactId });
  if (removed.length > 0) await note({ tx, actor }, "group-role.taken", contact, groupRole);
  return { groupRoleId, contactId, name: contact.name };
}

/** Turns the foreign key's refusal of a group role that was deleted meanwhile into words. */
export function refuseLost(error: unknown): never {
  if (violatedConstraint(error)?.includes("_group_role_id_") !== true) throw error;
  throw new Refusal("not-found", "That group role is not there any more. Somebody has just deleted it.");
}

// First the contact, then the group role, as when the contact itself is saved: two that lock in different order wait in a circle.
async function lockContact(tx: Tx, contactId: string) {
  const [contact] = await tx
    .select({ id: contacts.id, name: contacts.name, companyId: contacts.companyId })
    .from(contacts)
    .where(eq(contacts.id, contactId))
    .for("no key update");
  if (!contact) throw new Refusal("not-found", "There is no such contact.");
  return contact;
}

async function demandGroupRole(tx: Tx, groupRoleId: string) {
  const [found] = await tx
    .select({ id: groupRoles.id, name: groupRoles.name })
    .from(groupRoles)
    .where(and(eq(groupRoles.audience, "contact"), eq(groupRoles.id, groupRoleId)));
  if (!found) throw new Refusal("not-found", "There is no such group role. Somebody may have deleted it.");
  return found;
}

async function note(
  { tx, actor }: Context,
  act: "group-role.given" | "group-role.taken",
  contact: Awaited<ReturnType<typeof lockContact>>,
  groupRole: { id: string; name: string },
): Promise<void> {
  // A form of this contact that is open somewhere else holds the group roles of before, and would bring them back.
  await tx
    .update(contacts)
    .set({ version: sql`${contacts.version} + 1`, updatedAt: clock.now() })
    .where(eq(contacts.id, contact.id));
  await record(tx, actor, {
    act,
    subject: `${groupRole.name}, ${contact.name}`,
    companyId: contact.companyId,
    contactId: contact.id,
    [act === "group-role.given" ? "after" : "before"]: {
      groupRole: groupRole.name,
      groupRoleId: groupRole.id,
    },
  });
}
