import type { ContactFormValues } from "@/components/contacts/contact-form";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { findSteps } from "@/lib/activations/find-steps";
import type { Reader } from "@/lib/access/explain";
import { actWords } from "@/lib/audit/act-words";
import { listContactEvents } from "@/lib/audit/queries";
import { mayEditContacts } from "@/lib/contacts/may-edit-contacts";
import { findContact, listContactsOfSameLogin, type ContactView } from "@/lib/contacts/queries";
import { findCredential } from "@/lib/credentials/queries";
import { listContactGroupRoles, listGroupRolesOf } from "@/lib/group-roles/queries";
import { listMailOfContact } from "@/lib/mail/queries";
import { listTemplates } from "@/lib/mail/templates";
import { loadWhy } from "./load-why";

/** Everything that a contact's page shows, the access as of `at` as the address has it, or null when there is no such contact in reach. */
export async function loadContactPage(
  tx: Tx,
  actor: StaffActor,
  reader: Reader,
  { contactId, at }: { contactId: string; at: unknown },
) {
  const contact = await findContact(tx, contactId);
  if (!contact) return null;
  const held = await listGroupRolesOf(tx, contact.id);
  const known = await listContactGroupRoles(tx);
  return {
    contact,
    form: formValues(contact, held),
    // One that was made inactive gives nothing; it is offered only to those who hold it, to be taken away.
    groupRoles: known
      .filter(({ id, isActive }) => isActive || held.some((role) => role.id === id))
      .map(({ id, name, description }) => ({ value: id, label: name, help: description || undefined })),
    mayEdit: await mayEditContacts(tx, actor, contact.companyId),
    credential: await findCredential(tx, contact.id),
    steps: await findSteps(tx, contact.id),
    why: await loadWhy(tx, contact, reader, at),
    others: await listContactsOfSameLogin(tx, contact),
    mail: (await listMailOfContact(tx, contact.id)).map(titled),
    happenings: (await listContactEvents(tx, contact.id)).map((event) => ({
      ...event,
      text: actWords(event),
    })),
  };
}

function formValues(contact: ContactView, held: readonly { id: string }[]): ContactFormValues {
  const { name, jobTitle, department, phone, mobile, fax, notes, version } = contact;
  return {
    contactId: contact.id,
    ...{ version, name, jobTitle, department, phone, mobile, fax, notes },
    email: contact.email ?? "",
    groupRoleIds: held.map(({ id }) => id),
    link: false,
  };
}

function titled<Item extends { subject: string; template: string }>(item: Item) {
  const template = listTemplates().find(({ name }) => name === item.template);
  return { ...item, title: item.subject || (template?.displayName ?? item.template) };
}
