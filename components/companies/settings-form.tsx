"use client";

import type { ReactNode } from "react";
import { useActionForm } from "@/components/forms/use-action-form";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import { SelectField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import type { Action } from "@/lib/auth/action";
import { KEPT_DAYS } from "@/lib/activity/list-input";
import type { CompanyKind } from "@/lib/companies/input";
import { companySettingsInput, type LogLevel } from "@/lib/companies/settings-input";
import { kindWords, logLevelWords } from "./company-words";

/** A company as the form of its settings is given it. */
export type CompanyWithSettings = { id: string; kind: CompanyKind; name: string; logLevel: LogLevel };

type Saved = { id: string; kind: CompanyKind; name: string };

const levels = Object.entries(logLevelWords).map(([value, label]) => ({ value, label }));

/** Changes how Portico treats one company. */
export function SettingsForm({
  company: { id, kind, name, logLevel },
  action,
  onSaved,
  cancel,
}: {
  company: CompanyWithSettings;
  action: Action<Saved>;
  onSaved: () => void;
  cancel: ReactNode;
}) {
  const edit = useActionForm<{ companyId: string; logLevel: string }, Saved>({
    schema: companySettingsInput,
    defaults: { companyId: id, logLevel },
    action,
    onDone: () => {
      toast(`The settings of ${name} are saved`);
      onSaved();
    },
  });
  return (
    <form {...edit.formProps} className="grid gap-6">
      <ErrorSummary problems={edit.problems} />
      <input type="hidden" name="companyId" value={id} />
      <SelectField
        {...edit.field("logLevel")}
        label="Log Level"
        options={levels}
        help={
          <>
            What is less grave is not recorded in the activity log from now on, which keeps it for {KEPT_DAYS}{" "}
            days. The audit trail always records.{" "}
            <a className="text-link" href={`${kindWords[kind].path}/${id}/activity`}>
              Show the activity
            </a>
          </>
        }
      />
      <FormActions>
        <SubmitButton pending={edit.isSubmitting}>Save &amp; Close</SubmitButton>
        {cancel}
      </FormActions>
    </form>
  );
}
