import { ChainResult } from "@/components/audit/chain-result";
import { ActionForm } from "@/components/forms/action-form";
import { RefreshWhile } from "@/components/ui/refresh-while";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkArea } from "@/components/ui/link-area";
import { PageHeader } from "@/components/ui/page-header";
import { Progress } from "@/components/ui/progress";
import { SubmitButton } from "@/components/ui/submit-button";
import { findLatestVerification, isUnderWay } from "@/lib/audit/verification";
import { staffPage } from "@/lib/auth/page";
import { verifyAuditAction } from "../actions";

export const metadata = { title: "Chain of the audit trail" };

export default staffPage("verifyAudit", async ({ tx, session }) => {
  const { timeZone, locale } = session.organisation;
  const latest = await findLatestVerification(tx);
  const isWaiting = latest !== null && isUnderWay(latest);
  return (
    <LinkArea className="grid max-w-[720px] gap-6">
      <PageHeader
        title="Chain of the audit trail"
        breadcrumb={[{ label: "Audit", href: "/audit" }, { label: "Chain" }]}
        actions={
          isWaiting ? null : (
            <ActionForm action={verifyAuditAction} hidden={{ after: latest?.id ?? "none" }}>
              <SubmitButton>Verify now</SubmitButton>
            </ActionForm>
          )
        }
      >
        <p className="text-muted">
          Each event is sealed with a hash over the one before it. Verifying goes through all of them and
          finds what somebody changed past Portico.
        </p>
      </PageHeader>
      {latest === null ? (
        <EmptyState title="Not verified yet">
          Portico does so every night; “Verify now” does so at once.
        </EmptyState>
      ) : null}
      {isWaiting && latest ? (
        <Card title="Verifying">
          <div className="grid gap-4">
            <Progress
              label={latest.total > 0 ? "Going through the events" : "Waiting for its turn"}
              value={latest.checked}
              max={Math.max(latest.total, 1)}
            />
            <RefreshWhile href="/audit/chain" />
          </div>
        </Card>
      ) : null}
      {latest?.outcome ? <ChainResult verification={latest} timeZone={timeZone} locale={locale} /> : null}
      {latest && !latest.outcome && !isWaiting ? (
        <Banner tone="warn" title="The last verification ended without a result">
          No worker was there to do it. Verify again.
        </Banner>
      ) : null}
    </LinkArea>
  );
});
