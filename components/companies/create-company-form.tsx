"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useActionForm } from "@/components/forms/use-action-form";
import { Checkbox } from "@/components/ui/checkbox";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import { toast } from "@/components/ui/toast";
import type { Action } from "@/lib/auth/action";
import type { CompanyFormValues } from "@/lib/companies/form-values";
import { createCompanyInput, type CompanyKind } from "@/lib/companies/input";
import { CompanyFields, Part } from "./company-fields";
import { kindWords } from "./company-words";
import { ParentField, type ChosenParent } from "./parent-field";

type Created = { id: string; kind: CompanyKind; name: string };
type Values = CompanyFormValues & { billingPlace: string; kind: CompanyKind; services: boolean };

/** Creates a customer or supplier, and leads to its page. */
export function CreateCompanyForm({
  kind,
  blank,
  parent: given,
  mayAdministerAccess,
  action,
  cancelHref,
}: {
  kind: CompanyKind;
  /** What the fields hold at first. */
  blank: CompanyFormValues;
  /** The company below which a site is added. */
  parent: ChosenParent | null;
  /** Whether the portal of the company may be switched on along with it. */
  mayAdministerAccess: boolean;
  action: Action<Created>;
  cancelHref: string;
}) {
  const { path, one } = kindWords[kind];
  const router = useRouter();
  const [parent, setParent] = useState(given);
  const create = useActionForm<Values, Created>({
    schema: createCompanyInput,
    defaults: {
      ...blank,
      parentId: given?.id ?? "",
      billingPlace: "same",
      kind,
      services: mayAdministerAccess,
    },
    action,
    onDone: ({ id, name }) => {
      toast(`${name} is created`);
      router.push(`${path}/${id}`);
    },
  });
  const { form, field, messageOf } = create;
  const choose = (chosen: ChosenParent | null) => {
    setParent(chosen);
    form.setValue("parentId", chosen?.id ?? "");
  };
  return (
    <form {...create.formProps} className="grid gap-6">
      <ErrorSummary problems={create.problems} />
      <input type="hidden" name="kind" value={kind} />
      <CompanyFields
        kind={kind}
        field={field}
        parent={<ParentField kind={kind} parent={parent} error={messageOf("parentId")} onChange={choose} />}
      />
      <Part title="Portal">
        {mayAdministerAccess ? (
          <Checkbox
            className="sm:col-span-2"
            {...form.register("services")}
            defaultChecked
            label="Services: switch the portal on for this company"
            help="Until it is on, what its contacts are allowed has no effect."
          />
        ) : (
          <p className="sm:col-span-2">
            Services begin switched off. Whoever administers portal access can switch them on later.
          </p>
        )}
      </Part>
      <FormActions>
        <SubmitButton pending={create.isSubmitting}>Create {one.toLowerCase()}</SubmitButton>
        <a className="btn btn-ghost" href={cancelHref}>
          Cancel
        </a>
      </FormActions>
    </form>
  );
}
