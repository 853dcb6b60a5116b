import { ActionForm } from "@/components/forms/action-form";
import { RefreshWhile } from "@/components/ui/refresh-while";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { Progress } from "@/components/ui/progress";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ActivationRun, RunCounts } from "@/lib/activations/queries";
import type { Action } from "@/lib/auth/action";
import { FunnelSteps } from "./funnel-steps";
import { SkipList } from "./run-plan";

/** How far a run has come: while it is under way with the way to stop it, then how far the people came. */
export function RunProgress({
  run,
  counts,
  locale,
  cancel,
}: {
  run: ActivationRun;
  counts: RunCounts;
  locale: string;
  cancel: Action<unknown>;
}) {
  const waiting = counts.stages.waiting ?? 0;
  const done = run.recipients - waiting;
  const isUnderWay = run.state === "running" || (counts.stages.queued ?? 0) > 0;
  const of = `${done.toLocaleString(locale)} of ${run.recipients.toLocaleString(locale)} worked through`;
  return (
    <Card title="How far they came">
      <div className="grid gap-4">
        {run.problem ? (
          <Banner tone="bad" title="Not everybody was sent an e-mail">
            {run.problem}
          </Banner>
        ) : null}
        {run.state === "running" ? (
          <>
            <Progress label={of} value={done} max={run.recipients} />
            <p className="text-muted">You can leave this page: it goes on without it.</p>
            <ActionForm action={cancel} hidden={{ id: run.id }}>
              <SubmitButton variant="secondary">Stop sending</SubmitButton>
            </ActionForm>
          </>
        ) : null}
        <FunnelSteps funnel={counts.reached} locale={locale} />
        <SkipList reasons={counts.reasons} locale={locale} />
        {isUnderWay ? <RefreshWhile href={`/activations/${run.id}`} /> : null}
      </div>
    </Card>
  );
}
