"use client";

import { useActionState, useEffect, useState, type ReactNode } from "react";
import { Banner } from "@/components/ui/banner";
import { FormActions } from "@/components/ui/form-actions";
import type { Action } from "@/lib/auth/action";
import type { ActionError, ActionResult } from "@/lib/auth/action-result";
import type { AskedAssignments, AssignedMany, AssignmentPlan } from "@/lib/companies/assign-many-input";
import type { CompanyKind } from "@/lib/companies/input";
import type { Total } from "@/lib/search/find-ids";
import { AskAssignments } from "./ask-assignments";
import { AssignPlan } from "./assign-plan";
import { countWords, doneWords, reverseWords } from "./assign-words";
import { ConfirmAssignments } from "./confirm-assignments";

/** Which companies are meant: the rows chosen, if any, or all that the grid shows. */
export type CompanyChoice = {
  kind: CompanyKind;
  companyIds: string[];
  /** The query of the grid's address, from "?" on. */
  filter: string;
  /** How many the grid shows. */
  total: Total;
};

/** What the ways to this need, wherever they begin. */
export type AssignStaffProps = {
  action: Action<AssignedMany>;
  locale: string;
  /** Where the audit trail shows what was done, for those who may read it. */
  auditHref?: string;
};

/**
 * Asks which colleagues are granted access to companies or lose it, says in numbers what that would change, and saves it once that is
 * confirmed. Works without script too: every step is the answer to the form before.
 */
export function AssignStaff({
  choice: given,
  href,
  action,
  locale,
  auditHref,
  cancel,
  leave,
  onSaved,
}: AssignStaffProps & {
  choice: CompanyChoice;
  /** The page that begins this anew. */
  href: string;
  cancel: ReactNode;
  leave: ReactNode;
  onSaved?: () => void;
}) {
  // The rows may go while the dialog is open, when it was one's own access that was removed.
  const [choice] = useState(given);
  const [result, submit] = useActionState<ActionResult<AssignedMany> | null, FormData>(action, null);
  const [left, leaveResult] = useState<typeof result>(null);
  const shown = result === left ? null : result;
  const isSaved = shown?.ok === true && shown.data.isSaved;
  useEffect(() => {
    if (isSaved) onSaved?.();
  }, [isSaved, onSaved]);

  const error = shown && !shown.ok ? shown.error : undefined;
  const asked = askedIn(result);
  const plan = shown?.ok ? shown.data.plan : planIn(error);
  if (shown?.ok && shown.data.isSaved)
    return <Saved {...shown.data} {...{ kind: choice.kind, locale, auditHref, leave }} />;
  if (!plan || !asked) return <AskAssignments {...{ choice, asked, error, submit, locale, cancel }} />;
  return (
    <ConfirmAssignments
      {...{ choice, asked, plan, error, submit, locale, href }}
      onBack={() => leaveResult(result)}
    />
  );
}

function Saved({
  plan,
  asked: { level },
  kind,
  locale,
  auditHref,
  leave,
}: AssignedMany & { kind: CompanyKind; locale: string; auditHref?: string; leave: ReactNode }) {
  return (
    <div className="grid gap-4">
      <Banner tone="good" live title={doneWords[level](countWords(plan.changing, kind, locale))}>
        {reverseWords[level]}{" "}
        {auditHref ? (
          <a className="underline underline-offset-3" href={auditHref}>
            The audit trail says who was what before.
          </a>
        ) : null}
      </Banner>
      <AssignPlan {...{ plan, kind, level, locale }} isSaved />
      <FormActions>{leave}</FormActions>
    </div>
  );
}

/** What a refused save says would change now. */
const planIn = (error: ActionError | undefined) => error?.details?.plan as AssignmentPlan | undefined;

/** What was sent last, to be shown again. */
function askedIn(result: ActionResult<AssignedMany> | null): AskedAssignments | undefined {
  if (!result) return undefined;
  if (result.ok) return result.data.asked;
  const { emails, level, of } = (result.error.values ?? {}) as Partial<AskedAssignments>;
  return { emails: emails ?? "", level: level ?? "member", of: of ?? "chosen" };
}
