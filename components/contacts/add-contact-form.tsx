"use client";

import { useState, type ReactNode } from "react";
import { useWatch } from "react-hook-form";
import { TickList, type Tick } from "@/components/forms/tick-list";
import { useActionForm } from "@/components/forms/use-action-form";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { Option } from "@/components/ui/use-suggestions";
import { findPermission, permissions } from "@/lib/access/permissions";
import type { Action } from "@/lib/auth/action";
import { inviteContactInput } from "@/lib/contacts/input";
import type { InvitedContact } from "@/lib/contacts/invite-contact";
import { CompanyField, type ChosenCompany } from "./company-field";
import { EmailInUse, existingContactIn } from "./email-in-use";
import { TemplateField } from "./template-field";

type Values = {
  companyId: string;
  name: string;
  email: string;
  jobTitle: string;
  phone: string;
  groupRoleIds: string[];
  permissions: string[];
  template: string;
  link: boolean;
};

/** What "Add contact" needs to know wherever it is offered. */
export type AddContactOptions = {
  action: Action<InvitedContact>;
  /** The company that the contact is added to; without one, the form asks. */
  company?: ChosenCompany;
  groupRoles: Tick[];
  templates: Option[];
};

/** Adds a contact to a company, with their roles and, by a template, their invitation. */
export function AddContactForm({
  action,
  company: given,
  groupRoles,
  templates,
  onDone,
  cancel,
}: AddContactOptions & { onDone: (contact: InvitedContact) => void; cancel: ReactNode }) {
  const [company, setCompany] = useState<ChosenCompany | null>(given ?? null);
  const edit = useActionForm<Values, InvitedContact>({
    schema: inviteContactInput,
    defaults: blank(given),
    action,
    onDone,
  });
  const { form, field, messageOf, isSubmitting } = edit;
  const [chosenRoles, ticked, template] = useWatch({
    control: form.control,
    name: ["groupRoleIds", "permissions", "template"],
  });
  const existing = existingContactIn(edit.refusal);
  const choose = (chosen: ChosenCompany | null) => {
    setCompany(chosen);
    form.setValue("companyId", chosen?.id ?? "");
    const fitting = [ticked].flat().filter((id) => !chosen || findPermission(chosen.kind, id));
    form.setValue("permissions", fitting);
  };
  return (
    <form {...edit.formProps} className="grid gap-4">
      {existing ? null : <ErrorSummary problems={edit.problems} />}
      {existing ? (
        <EmailInUse existing={existing} pending={isSubmitting} onLink={() => form.setValue("link", true)} />
      ) : null}
      {given ? (
        <input type="hidden" name="companyId" value={given.id} />
      ) : (
        <div className="needs-script">
          <CompanyField error={messageOf("companyId")} onChange={choose} />
        </div>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField label="Name" autoComplete="off" {...field("name")} />
        <TextField
          label="E-mail"
          optional
          type="email"
          autoComplete="off"
          help="The username at the portal."
          {...field("email", { onChange: () => form.setValue("link", false) })}
        />
        <TextField label="Job title" optional autoComplete="off" {...field("jobTitle")} />
        <TextField label="Phone" optional type="tel" autoComplete="off" {...field("phone")} />
      </div>
      {groupRoles.length > 0 ? (
        <TickList
          name="groupRoleIds"
          label="Group roles"
          optional
          ticks={groupRoles}
          value={[chosenRoles].flat()}
          error={messageOf("groupRoleIds")}
          onChange={(value) => form.setValue("groupRoleIds", value)}
        />
      ) : null}
      <Roles
        company={company}
        value={[ticked].flat()}
        error={messageOf("permissions")}
        onChange={(value) => form.setValue("permissions", value)}
      />
      <TemplateField
        templates={templates}
        value={template}
        error={messageOf("template")}
        onChange={(value) => form.setValue("template", value)}
      />
      <FormActions>
        <SubmitButton pending={isSubmitting}>Add contact</SubmitButton>
        {cancel}
      </FormActions>
    </form>
  );
}

function blank(company: ChosenCompany | undefined): Values {
  return {
    ...{ companyId: company?.id ?? "", name: "", email: "", jobTitle: "", phone: "" },
    ...{ groupRoleIds: [], permissions: [], template: "", link: false },
  };
}

function Roles({
  company,
  ...rest
}: {
  company: ChosenCompany | null;
  value: string[];
  error?: string;
  onChange: (value: string[]) => void;
}) {
  if (!company)
    return (
      <p className="needs-script text-muted">Choose a company to see the roles its contacts can have.</p>
    );
  const ticks = permissions[company.kind].map(({ id, label, opens }) => ({ value: id, label, help: opens }));
  return (
    <TickList
      name="permissions"
      label="Roles"
      optional
      ticks={ticks}
      help={`They have an effect while Services are on for ${company.name}.`}
      {...rest}
    />
  );
}
