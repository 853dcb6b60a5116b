"use client";

import { useWatch } from "react-hook-form";
import { StaleNotice, staleIn } from "@/components/forms/stale-notice";
import { TickList, type Tick } from "@/components/forms/tick-list";
import { useActionForm } from "@/components/forms/use-action-form";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField, TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import type { Action } from "@/lib/auth/action";
import type { ActionError } from "@/lib/auth/action-result";
import { updateContactInput } from "@/lib/contacts/input";
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
  const edit = useActionForm<ContactFormValues, Saved>({
    schema: updateContactInput,
    defaults: contact,
    action,
    onDone: ({ version }) => {
      form.reset({ ...form.getValues(), version, link: false });
      edit.setRefusal(undefined);
      toast("Saved");
    },
  });
  const { form, field, messageOf, isSubmitting, refusal } = edit;
  const chosenRoles = useWatch({ control: form.control, name: "groupRoleIds" });
  const existing = existingContactIn(refusal);
  const stale = staleIn(refusal);
  const text = (...[name, options]: Parameters<typeof field>) => ({
    label: fieldNames[name],
    autoComplete: "off",
    ...field(name, options),
  });
  const takeTheirs = () => {
    if (!stale) return;
    form.setValue("version", stale.version);
    for (const { field: name, theirs } of stale.differences)
      form.setValue(name as keyof ContactFormValues, name === "groupRoleIds" ? heldIn(refusal) : theirs);
    edit.setRefusal(undefined);
  };
  const saveMine = () => {
    if (!stale) return;
    form.setValue("version", stale.version);
    void edit.send();
  };
  return (
    <form {...edit.formProps} className="grid gap-4">
      {stale && refusal ? (
        <StaleNotice
          message={refusal.message}
          stale={stale}
          fieldNames={{ ...fieldNames, groupRoleIds: "Group roles" }}
          onTheirs={takeTheirs}
          onYours={saveMine}
        />
      ) : null}
      {stale || existing ? null : <ErrorSummary problems={edit.problems} />}
      {existing ? (
        <EmailInUse existing={existing} pending={isSubmitting} onLink={() => form.setValue("link", true)} />
      ) : null}
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

/** The group roles that the contact holds by now; in the differences stand their names. */
function heldIn(refusal: ActionError | undefined): string[] {
  const held = refusal?.details?.groupRoleIds;
  return Array.isArray(held) ? held.map(String) : [];
}
