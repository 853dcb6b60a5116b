import { AuditFilters } from "@/components/audit/audit-filters";
import { EventsTable } from "@/components/audit/events-table";
import { NoEvents } from "@/components/audit/no-events";
import { CsvMenu } from "@/components/imports/csv-menu";
import { Banner } from "@/components/ui/banner";
import { LinkArea } from "@/components/ui/link-area";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { listEvents } from "@/lib/audit/list-events";
import { auditHref, readAuditList } from "@/lib/audit/list-input";
import { namesOf } from "@/lib/audit/suggest";
import { findLatestVerification } from "@/lib/audit/verification";
import { staffPage } from "@/lib/auth/page";
import { may } from "@/lib/auth/route";

export const metadata = { title: "Audit" };

export default staffPage("viewAudit", async ({ tx, actor, session, searchParams }) => {
  const { timeZone, locale } = session.organisation;
  const query = readAuditList(searchParams);
  const { rows, newer, older } = await listEvents(tx, { actor, timeZone }, query);
  const names = await namesOf(tx, query);
  const mayVerify = may(session, "verifyAudit");
  const latest = mayVerify ? await findLatestVerification(tx) : null;
  const pageHref = (page?: string) => page && auditHref({ ...query, page });
  const exportHref = auditHref({ ...query, page: undefined }, "/api/exports/audit");
  return (
    <LinkArea className="grid-page">
      <PageHeader
        title="Audit"
        actions={
          <>
            {mayVerify ? <LinkButton href="/audit/chain">Verify</LinkButton> : null}
            <CsvMenu exports={[{ label: "These events as CSV", href: exportHref }]} />
          </>
        }
      />
      {latest?.outcome === "broken" ? (
        <Banner
          tone="bad"
          title="The audit trail is not as it was sealed"
          actions={
            <LinkButton small href="/audit/chain">
              What was found
            </LinkButton>
          }
        />
      ) : null}
      <AuditFilters query={query} names={names} />
      {rows.length > 0 ? (
        <EventsTable rows={rows} timeZone={timeZone} locale={locale} />
      ) : (
        <NoEvents query={query} />
      )}
      <Pager newerHref={pageHref(newer)} olderHref={pageHref(older)} />
    </LinkArea>
  );
});
