import { ActionForm } from "@/components/forms/action-form";
import { Card } from "@/components/ui/card";
import { SubmitButton } from "@/components/ui/submit-button";
import { skipWords } from "@/lib/activations/skip-reasons";
import type { ActivationRun, RunCounts } from "@/lib/activations/queries";
import type { SkipReason } from "@/lib/credentials/send-activations";
import type { Action } from "@/lib/auth/action";

/** What would happen if a run were begun: to how many an e-mail goes, who is skipped and why; and the ways on. */
export function RunPlan({
  run,
  counts,
  locale,
  start,
  cancel,
}: {
  run: ActivationRun;
  counts: RunCounts;
  locale: string;
  start: Action<unknown>;
  cancel: Action<unknown>;
}) {
  const waiting = counts.stages.waiting ?? 0;
  const number = waiting.toLocaleString(locale);
  const emails = `${number} activation e-mail${waiting === 1 ? "" : "s"}`;
  return (
    <Card title="Nothing has been sent yet">
      <div className="grid gap-4">
        <p>
          {waiting > 0
            ? `${number} of ${run.recipients.toLocaleString(locale)} get a link with which to choose a password. Links that they were sent earlier stop working.`
            : "Nobody of those chosen can be sent an activation e-mail now."}
        </p>
        <SkipList reasons={counts.reasons} locale={locale} />
        <div className="flex flex-wrap gap-2">
          {waiting > 0 ? (
            <ActionForm action={start} hidden={{ id: run.id }}>
              <SubmitButton>{`Send ${emails}`}</SubmitButton>
            </ActionForm>
          ) : null}
          <ActionForm action={cancel} hidden={{ id: run.id }}>
            <SubmitButton variant="secondary">Call it off</SubmitButton>
          </ActionForm>
        </div>
      </div>
    </Card>
  );
}

/** Why how many are skipped, and what can be done about each. */
export function SkipList({ reasons, locale }: { reasons: RunCounts["reasons"]; locale: string }) {
  const found = Object.entries(reasons) as [SkipReason, number][];
  if (found.length === 0) return null;
  return (
    <ul className="grid gap-1" aria-label="Who is skipped">
      {found.map(([reason, count]) => (
        <li key={reason}>
          <span className="font-medium tabular-nums">{count.toLocaleString(locale)} skipped:</span>{" "}
          {skipWords[reason].label.toLowerCase()}.{" "}
          <span className="text-muted">{skipWords[reason].remedy}</span>
        </li>
      ))}
    </ul>
  );
}
