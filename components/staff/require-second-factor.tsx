import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Action } from "@/lib/auth/action";

/** Whether staff must have a second factor, as a sentence. */
export const secondFactorRule = ({ requiresSecondFactor }: { requiresSecondFactor: boolean }): string =>
  requiresSecondFactor
    ? "A second factor is required: staff without one set it up before they can do anything else."
    : "A second factor is optional: staff set one up under Account if they wish.";

/** Whether staff must have a second factor, and the means to change that. */
export function RequireSecondFactor({
  isRequired,
  action,
}: {
  isRequired: boolean;
  action: Action<unknown>;
}) {
  return (
    <section
      aria-label="Second factor of staff"
      className="card flex flex-wrap items-center justify-between gap-3 p-4"
    >
      <p className="min-w-0 flex-1 basis-64">{secondFactorRule({ requiresSecondFactor: isRequired })}</p>
      <ActionForm
        action={action}
        hidden={{ demand: isRequired ? "optional" : "required" }}
        className="grid gap-2"
      >
        <SubmitButton variant="secondary">{isRequired ? "Make it optional" : "Require it"}</SubmitButton>
      </ActionForm>
    </section>
  );
}
