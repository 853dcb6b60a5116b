import { Banner } from "@/components/ui/banner";
import { buttonClass } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { isPlainPress } from "@/components/ui/followed-link";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import { TypedCount } from "@/components/ui/typed-count";
import type { ActionError } from "@/lib/auth/action-result";
import type { AskedAssignments, AssignmentPlan } from "@/lib/companies/assign-many-input";
import { ChosenCompanies } from "./ask-assignments";
import { AssignPlan } from "./assign-plan";
import { problemsOf } from "./assign-problems";
import type { CompanyChoice } from "./assign-staff";
import { buttonWords, countWords } from "./assign-words";

/** The second step: what would change, in numbers, and the button that saves just that. */
export function ConfirmAssignments({
  choice,
  asked,
  plan,
  error,
  submit,
  locale,
  href,
  onBack,
}: {
  choice: CompanyChoice;
  asked: AskedAssignments;
  plan: AssignmentPlan;
  error: ActionError | undefined;
  submit: (data: FormData) => void;
  locale: string;
  href: string;
  onBack: () => void;
}) {
  const { kind } = choice;
  const { level } = asked;
  return (
    <form action={submit} className="grid gap-4">
      <ErrorSummary problems={problemsOf(error)} />
      <ChosenCompanies choice={choice} />
      {Object.entries({ ...asked, expected: plan.expected }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Banner title={plan.changing > 0 ? "Nothing is saved yet" : "Nothing would change"} />
      <AssignPlan {...{ plan, kind, level, locale }} isRefused={error !== undefined} />
      {plan.mustType === null ? null : (
        <TypedCount
          what="how many assignments are taken away"
          count={plan.mustType}
          locale={locale}
          name="typed"
          error={error?.fields?.typed}
        />
      )}
      <FormActions>
        {plan.changing > 0 ? (
          <SubmitButton variant={level === "none" ? "danger" : "primary"}>
            {buttonWords[level](countWords(plan.changing, kind, locale))}
          </SubmitButton>
        ) : null}
        <a
          className={buttonClass({})}
          href={href}
          onClick={(event) => {
            if (!isPlainPress(event)) return;
            event.preventDefault();
            onBack();
          }}
        >
          Back
        </a>
      </FormActions>
    </form>
  );
}
