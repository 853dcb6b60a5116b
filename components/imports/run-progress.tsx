import { ActionForm } from "@/components/forms/action-form";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { Progress } from "@/components/ui/progress";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Action } from "@/lib/auth/action";
import type { ImportRun } from "@/lib/imports/queries";
import { RefreshWhile } from "@/components/ui/refresh-while";
import { lastingText, phaseNames } from "./words";

const SILENT_MS = 20_000;

/** How far the check or the import of a file has come, and the way to stop it. */
export function RunProgress({
  run,
  now,
  locale,
  cancel,
}: {
  run: ImportRun;
  now: Date;
  locale: string;
  cancel: Action<unknown>;
}) {
  const isWaiting = run.tries === 0;
  const silentFor = isWaiting || !run.aliveAt ? 0 : now.getTime() - run.aliveAt.getTime();
  return (
    <Card title={run.state === "checking" ? "Checking the file" : "Importing"}>
      <div className="grid gap-4">
        <Progress label={stepText(run, isWaiting, locale)} value={percentOf(run)} max={100} />
        <p className="text-muted">{sinceText(run, isWaiting, now)}</p>
        {silentFor > SILENT_MS ? (
          <Banner tone="warn" title={`No sign of life for ${lastingText(silentFor)}`}>
            Nothing is half done: it goes on from the beginning as soon as a worker is there again.
          </Banner>
        ) : null}
        <div className="flex flex-wrap gap-2">
          {run.cancelAskedAt ? (
            <p className="text-muted">Stopping…</p>
          ) : (
            <ActionForm action={cancel} hidden={{ id: run.id }}>
              <SubmitButton variant="secondary">
                {run.state === "checking" ? "Cancel the check" : "Cancel the import"}
              </SubmitButton>
            </ActionForm>
          )}
          <RefreshWhile href={`/imports/${run.id}`} />
        </div>
      </div>
    </Card>
  );
}

// How far along each step begins and ends, by how long the steps take.
const importing = {
  reading: [0, 25],
  comparing: [25, 40],
  companies: [40, 75],
  contacts: [75, 95],
  recording: [95, 100],
};
const checking = { reading: [0, 60], comparing: [60, 85], recording: [85, 100] };

function percentOf({ state, phase, rowsDone, rowsTotal }: ImportRun): number {
  const steps: Record<string, number[]> = state === "checking" ? checking : importing;
  const [from = 0, to = 0] = Object.hasOwn(steps, phase) ? (steps[phase] ?? []) : [];
  return from + (to - from) * Math.min(1, rowsDone / Math.max(rowsTotal, 1));
}

function stepText({ phase, rowsDone, rowsTotal }: ImportRun, isWaiting: boolean, locale: string): string {
  if (isWaiting) return "Waiting for its turn";
  const name = Object.hasOwn(phaseNames, phase) ? phaseNames[phase as keyof typeof phaseNames] : "Beginning";
  if (rowsDone === 0) return name;
  const total = Math.max(rowsDone, rowsTotal).toLocaleString(locale);
  return `${name}: ${rowsDone.toLocaleString(locale)} of ${total}`;
}

function sinceText(
  { startedAt, startedByName, tries, state }: ImportRun,
  isWaiting: boolean,
  now: Date,
): string {
  const lasting = startedAt ? lastingText(now.getTime() - startedAt.getTime()) : "";
  const verb = isWaiting ? "Waiting" : "Running";
  const again =
    tries > 1 ? ` It was interrupted and is at its ${tries === 2 ? "second" : `${tries}th`} try.` : "";
  const leave = state === "checking" ? "" : " You can leave this page: it goes on without it.";
  return `${verb} for ${lasting}, started by ${startedByName}.${again}${leave}`;
}
