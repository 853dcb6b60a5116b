import type { ReactNode } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormActions } from "@/components/ui/form-actions";
import { RadioGroup } from "@/components/ui/radio-group";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField } from "@/components/ui/text-field";
import type { ActionError } from "@/lib/auth/action-result";
import type { AskedAssignments } from "@/lib/companies/assign-many-input";
import type { CompanyChoice } from "./assign-staff";
import { allWords, countWords, levelOptions } from "./assign-words";
import { problemsOf } from "./assign-problems";

/** The first step: which companies, which colleagues, and what is done. */
export function AskAssignments({
  choice,
  asked,
  error,
  submit,
  locale,
  cancel,
}: {
  choice: CompanyChoice;
  locale: string;
  /** What was entered before. */
  asked: AskedAssignments | undefined;
  error: ActionError | undefined;
  submit: (data: FormData) => void;
  cancel: ReactNode;
}) {
  const { fields } = error ?? {};
  return (
    // What was sent is the fields' first content from then on: React empties a form that was sent.
    <form action={submit} className="grid gap-4" key={JSON.stringify(asked)}>
      <ErrorSummary problems={problemsOf(error)} />
      <ChosenCompanies choice={choice} />
      <WhichCompanies {...{ choice, asked, locale }} error={fields?.of} />
      <TextareaField
        name="emails"
        label="E-mail addresses of colleagues"
        help="Those with which they sign in here; one a line, or with commas between."
        rows={2}
        maxLength={6_000}
        defaultValue={asked?.emails}
        error={fields?.emails}
        autoComplete="off"
        spellCheck={false}
      />
      <RadioGroup
        name="level"
        label="What is done?"
        options={levelOptions}
        defaultValue={asked?.level ?? "member"}
        error={fields?.level}
      />
      <FormActions>
        <SubmitButton>See what would change</SubmitButton>
        {cancel}
      </FormActions>
    </form>
  );
}

/** What the server is to find the companies by. */
export function ChosenCompanies({ choice: { kind, companyIds, filter } }: { choice: CompanyChoice }) {
  return (
    <>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="filter" value={filter} />
      {companyIds.map((id) => (
        <input key={id} type="hidden" name="companyIds" value={id} />
      ))}
    </>
  );
}

function WhichCompanies({
  choice: { kind, companyIds, total },
  asked,
  locale,
  error,
}: {
  choice: CompanyChoice;
  locale: string;
  asked: AskedAssignments | undefined;
  error: string | undefined;
}) {
  const all = allWords(total, kind, locale);
  if (companyIds.length === 0)
    return (
      <p>
        <input type="hidden" name="of" value="filter" />
        <span className="font-medium">{all}</span>
        <span className="block text-small text-muted">
          As it is searched and filtered, on whichever page. To choose single ones, tick them in the list.
        </span>
      </p>
    );
  const chosen = `The ${countWords(companyIds.length, kind, locale)} chosen`;
  return (
    <RadioGroup
      name="of"
      label={`Which ${kind}s?`}
      options={[
        { value: "chosen", label: chosen },
        { value: "filter", label: all },
      ]}
      defaultValue={asked?.of ?? "chosen"}
      error={error}
    />
  );
}
