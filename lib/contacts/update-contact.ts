import { and, desc, eq, inArray } from "drizzle-orm";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { auditEvents, contacts, logins } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { listContactGroupRoles, listGroupRolesOf } from "@/lib/group-roles/queries";
import { setContactGroupRoles } from "@/lib/group-roles/set-contact-group-roles";
import { clock } from "@/lib/platform/clock";
import { Refusal } from "@/lib/platform/errors";
import { changeEmail } from "./change-email";
import type { StaleContact, UpdateContactInput } from "./input";
import { refuseSecondContact } from "./login-for";

type Context = { tx: Tx; actor: StaffActor };

const textFields = ["name", "jobTitle", "department", "phone", "mobile", "fax", "notes"] as const;

/** Saves a contact's fields; refused as stale, saying what differs, when somebody else saved since the form was opened. */
export async function updateContact(
  { tx, actor }: Context,
  input: UpdateContactInput,
): Promise<{ contactId: string; version: number }> {
  const current = await lockContact(tx, input.contactId);
  if (current.version !== input.version) throw await stale(tx, current, input);
  const { contactId } = input;
  const before: Record<string, unknown> = {};
  const after: Record<string, unknown> = {};
  const note = (field: string, old: unknown, now: unknown) => {
    if (JSON.stringify(old) !== JSON.stringify(now)) [before[field], after[field]] = [old, now];
  };
  const loginId = await changeEmail({ tx, actor }, current, input);
  const roles = await setContactGroupRoles(tx, current, input.groupRoleIds);
  for (const field of textFields) note(field, current[field], input[field]);
  note("email", current.email, input.email);
  note("groupRoles", roles.before, roles.after);
  if (Object.keys(after).length === 0) return { contactId, version: current.version };
  const version = current.version + 1;
  const fields = Object.fromEntries(textFields.map((field) => [field, input[field]]));
  await tx
    .update(contacts)
    .set({ ...fields, loginId, version, updatedAt: clock.now() })
    .where(eq(contacts.id, contactId))
    .catch(refuseSecondContact);
  await record(tx, actor, {
    act: "contact.changed",
    subject: input.name,
    companyId: current.companyId,
    contactId,
    before,
    after,
  });
  return { contactId, version };
}

/** A contact as it stands, locked until the transaction ends. */
export type CurrentContact = Awaited<ReturnType<typeof lockContact>>;

async function lockContact(tx: Tx, contactId: string) {
  const [contact] = await tx.select().from(contacts).where(eq(contacts.id, contactId)).for("update");
  if (!contact) throw new Refusal("not-found", "There is no such contact.");
  const [login] = contact.loginId
    ? await tx.select({ email: logins.email }).from(logins).where(eq(logins.id, contact.loginId))
    : [];
  return { ...contact, contactId, email: login?.email ?? null };
}

const savingActs = ["contact.changed", "group-role.given", "group-role.taken"];

async function stale(tx: Tx, current: CurrentContact, input: UpdateContactInput): Promise<Refusal> {
  const [last] = await tx
    .select({ by: auditEvents.actorName })
    .from(auditEvents)
    .where(and(eq(auditEvents.contactId, current.id), inArray(auditEvents.act, savingActs)))
    .orderBy(desc(auditEvents.at), desc(auditEvents.id))
    .limit(1);
  const fields = [...textFields, "email"] as const;
  const differences: StaleContact["differences"] = fields
    .map((field) => ({ field, theirs: current[field] ?? "", yours: input[field] ?? "" }))
    .filter(({ theirs, yours }) => theirs !== yours);
  const held = (await listGroupRolesOf(tx, current.id)).map(({ id }) => id);
  const known = await listContactGroupRoles(tx);
  const namesOf = (ids: readonly string[]) =>
    known.flatMap(({ id, name }) => (ids.includes(id) ? name : [])).join(", ");
  const groupRoles = { theirs: namesOf(held), yours: namesOf(input.groupRoleIds) };
  if (groupRoles.theirs !== groupRoles.yours) differences.push({ field: "groupRoleIds", ...groupRoles });
  const message = `${last?.by ?? "Somebody"} saved this contact while you were editing it. Nothing of yours was saved yet.`;
  const details: StaleContact = { version: current.version, differences, groupRoleIds: held };
  return new Refusal("stale", message, undefined, details);
}
