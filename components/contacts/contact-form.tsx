"use client";

import { useWatch } from "react-hook-form";
import { EditProblems } from "@/components/forms/edit-problems";
import { TickList, type Tick } from "@/components/forms/tick-list";
import { useEditForm } from "@/components/forms/use-edit-form";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField, TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import type { Action } from "@/lib/auth/action";
import { staleContact, updateContactInput, type StaleContact } from "@/lib/contacts/input";
import { EmailInUse, existingContactIn } from "./email-in-use";
import { fieldNames } from "./field-names";

/** A contact as its form holds it. */
export type ContactFormValues = {
  contactId: string;
  version: number;
  name: string;
  email: string;
  jobTitle: string;
  department: string;
  phone: string;
  mobile: string;
  fax: string;
  notes: string;
  groupRoleIds: string[];
  link: boolean;
};

type Values = Omit<ContactFormValues, "version"> & { version: string };
type Saved = { contactId: string; version: number };

/** Every field of a contact; a save that comes too late shows what differs and keeps what was typed. */
export function ContactForm({
  action,
  contact,
  groupRoles,
}: {
  action: Action<Saved>;
  contact: ContactFormValues;
  groupRoles: Tick[];
}) {
  const edit = useEditForm<Values, Saved, StaleContact>({
    schema: updateContactInput,
    newer: staleContact,
    defaults: { ...contact, version: String(contact.version) },
    action,
    onDone: ({ version }) => {
      edit.goOnFrom({ version: String(version), link: false });
      toast("Saved");
    },
  });
  const { form, field, messageOf, isSubmitting, stale } = edit;
  const chosenRoles = useWatch({ control: form.control, name: "groupRoleIds" });
  const existing = existingContactIn(edit.refusal);
  const text = (...[name, options]: Parameters<typeof field>) => ({
    label: fieldNames[name],
    autoComplete: "off",
    ...field(name, options),
  });
  const take = ({ differences, groupRoleIds }: StaleContact) => {
    for (const { field: name, theirs } of differences)
      form.setValue(name as keyof Values, name === "groupRoleIds" ? groupRoleIds : theirs);
  };
  return (
    <form {...edit.formProps} className="grid gap-4">
      {existing ? (
        <EmailInUse existing={existing} pending={isSubmitting} onLink={() => form.setValue("link", true)} />
      ) : (
        <EditProblems
          edit={edit}
          fieldNames={{ ...fieldNames, groupRoleIds: "Group roles" }}
          onTheirs={take}
        />
      )}
      <input type="hidden" name="contactId" value={contact.contactId} />
      <input type="hidden" name="version" value={stale?.version ?? contact.version} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField {...text("name")} />
        <TextField
          {...text("email", { onChange: () => form.setValue("link", false) })}
          optional
          type="email"
          help="The username at the portal. Links sent to an old address stop working."
        />
        <TextField {...text("jobTitle")} optional />
        <TextField {...text("department")} optional />
        <TextField {...text("phone")} optional type="tel" />
        <TextField {...text("mobile")} optional type="tel" />
        <TextField {...text("fax")} optional type="tel" />
      </div>
      {groupRoles.length > 0 ? (
        <TickList
          name="groupRoleIds"
          label="Group roles"
          optional
          ticks={groupRoles}
          value={[chosenRoles].flat()}
          error={messageOf("groupRoleIds")}
          onChange={(value) => form.setValue("groupRoleIds", value, { shouldDirty: true })}
        />
      ) : null}
      <TextareaField {...text("notes")} optional rows={4} help="For staff only." />
      <FormActions>
        <SubmitButton pending={isSubmitting}>Save contact</SubmitButton>
      </FormActions>
    </form>
  );
}
