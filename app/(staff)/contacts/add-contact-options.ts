import type { AddContactOptions } from "@/components/contacts/add-contact-form";
import type { Tx } from "@/db/as-actor";
import { listContactGroupRoles } from "@/lib/group-roles/queries";
import { listTemplates } from "@/lib/mail/templates";
import { inviteContactAction } from "./actions";

/** What "Add contact" offers wherever it stands: the active group roles and the e-mail templates. */
export async function addContactOptions(tx: Tx): Promise<AddContactOptions> {
  const roles = await listContactGroupRoles(tx);
  return {
    action: inviteContactAction,
    groupRoles: roles
      .filter((role) => role.isActive)
      .map(({ id, name, description }) => ({ value: id, label: name, help: description || undefined })),
    templates: listTemplates().map(({ displayName, description, synonyms }) => ({
      value: displayName,
      label: displayName,
      detail: description,
      keywords: synonyms.join(" "),
    })),
  };
}
