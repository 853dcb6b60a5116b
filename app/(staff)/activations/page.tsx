import { FunnelSteps } from "@/components/activations/funnel-steps";
import { RunsTable } from "@/components/activations/runs-table";
import { StuckTable, StuckTabs } from "@/components/activations/stuck-table";
import { ActionForm } from "@/components/forms/action-form";
import { Card } from "@/components/ui/card";
import { LinkArea } from "@/components/ui/link-area";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { SubmitButton } from "@/components/ui/submit-button";
import { countStuck, listStuck } from "@/lib/activations/list-stuck";
import { countFunnel, listRuns } from "@/lib/activations/queries";
import { stuckKinds } from "@/lib/activations/stages";
import { staffPage } from "@/lib/auth/page";
import { oneOf, single } from "@/lib/platform/address";
import { hoursFromNow } from "@/lib/platform/clock";
import { credentialActions } from "../credentials/acts";
import { drawUpActivationsAction } from "./actions";

export const metadata = { title: "Activation" };

const DAYS = 30;

export default staffPage("editContacts", async ({ tx, session, searchParams }) => {
  const { timeZone, locale } = session.organisation;
  const place = { timeZone, locale };
  const only = oneOf(stuckKinds, searchParams.stuck);
  const after = single(searchParams.after);
  const funnel = await countFunnel(tx, hoursFromNow(-DAYS * 24));
  const counts = await countStuck(tx);
  const stuck = await listStuck(tx, { only, after });
  const runs = await listRuns(tx);
  const base = only ? `/activations?stuck=${only}` : "/activations";
  return (
    <LinkArea className="grid gap-6">
      <PageHeader
        title="Activation"
        breadcrumb={[{ href: "/contacts", label: "Contacts" }, { label: "Activation" }]}
        actions={
          <LinkButton variant="primary" href="/contacts?state=none">
            Choose contacts to invite
          </LinkButton>
        }
      />
      <Card title={`Invited in the last ${DAYS} days`}>
        <FunnelSteps funnel={funnel} locale={locale} />
      </Card>
      <Card
        title="Stuck: these do not go on by themselves"
        flush
        actions={
          only && counts[only] > 0 ? (
            <ActionForm action={drawUpActivationsAction} hidden={{ stuck: only }}>
              <SubmitButton variant="secondary">{`Send a fresh link to all ${counts[only].toLocaleString(locale)}…`}</SubmitButton>
            </ActionForm>
          ) : undefined
        }
      >
        <StuckTabs counts={counts} chosen={only} locale={locale} />
        {stuck.rows.length > 0 ? (
          <StuckTable
            rows={stuck.rows}
            actions={credentialActions}
            temporaryHours={session.organisation.temporaryPasswordHours}
            {...place}
          />
        ) : (
          <p className="p-4 text-muted">
            Nobody is stuck here. Whoever was invited is on the way or signed in.
          </p>
        )}
        <Pager
          newerHref={after ? base : undefined}
          newerLabel="Latest"
          olderHref={stuck.next && `${base}${only ? "&" : "?"}after=${stuck.next}`}
          olderLabel="Earlier"
        />
      </Card>
      <Card title="Sent to many at once" flush>
        {runs.length > 0 ? (
          <RunsTable runs={runs} {...place} />
        ) : (
          <p className="p-4 text-muted">
            Choose rows in Contacts, or a filter there, and send them all an activation e-mail. What becomes
            of each shows here.
          </p>
        )}
      </Card>
    </LinkArea>
  );
});
