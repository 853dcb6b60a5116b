import { RecipientsTable, StageTabs } from "@/components/activations/recipients-table";
import { RunHeader } from "@/components/activations/run-header";
import { RunPlan } from "@/components/activations/run-plan";
import { RunProgress } from "@/components/activations/run-progress";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkArea } from "@/components/ui/link-area";
import { Pager } from "@/components/ui/pager";
import { countRun, demandRun, listRecipients } from "@/lib/activations/queries";
import { stages } from "@/lib/activations/stages";
import { staffPage } from "@/lib/auth/page";
import { oneOf, single } from "@/lib/platform/address";
import { isId } from "@/lib/platform/ids";
import { cancelActivationsAction, startActivationsAction } from "../actions";

export const metadata = { title: "Activation e-mails" };

const PAGE_SIZE = 100;

export default staffPage("editContacts", async ({ tx, session, params, searchParams }) => {
  const run = await demandRun(tx, params.runId ?? "");
  const counts = await countRun(tx, run.id);
  const only = oneOf(stages, searchParams.stage);
  const asked = single(searchParams.after);
  const after = isId(asked) ? asked : undefined;
  const found = await listRecipients(tx, run.id, { only, after, limit: PAGE_SIZE + 1 });
  const rows = found.slice(0, PAGE_SIZE);
  const { timeZone, locale } = session.organisation;
  const base = `/activations/${run.id}${only ? `?stage=${only}` : ""}`;
  const beyond = `${base}${only ? "&" : "?"}after=${rows.at(-1)?.contactId}`;
  return (
    <LinkArea className="grid gap-4">
      <RunHeader run={run} timeZone={timeZone} locale={locale} />
      {run.state === "draft" ? (
        <RunPlan
          run={run}
          counts={counts}
          locale={locale}
          start={startActivationsAction}
          cancel={cancelActivationsAction}
        />
      ) : (
        <RunProgress run={run} counts={counts} locale={locale} cancel={cancelActivationsAction} />
      )}
      <StageTabs runId={run.id} counts={counts} chosen={only} locale={locale} />
      {rows.length > 0 ? (
        <RecipientsTable rows={rows} timeZone={timeZone} locale={locale} />
      ) : (
        <EmptyState title="Nobody is at this stage now" />
      )}
      <Pager
        newerHref={after ? base : undefined}
        newerLabel="First page"
        olderHref={found.length > PAGE_SIZE ? beyond : undefined}
        olderLabel="Next"
      />
    </LinkArea>
  );
});
