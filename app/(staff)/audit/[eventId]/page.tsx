import { EventChanges } from "@/components/audit/event-changes";
import { EventFacts } from "@/components/audit/event-facts";
import { changesOf } from "@/components/audit/event-words";
import { whatWords } from "@/components/audit/events-table";
import { Card } from "@/components/ui/card";
import { LinkArea } from "@/components/ui/link-area";
import { PageHeader } from "@/components/ui/page-header";
import { findEvent } from "@/lib/audit/find-event";
import { staffPage } from "@/lib/auth/page";

export const metadata = { title: "Event" };

export default staffPage("viewAudit", async ({ tx, actor, session, params }) => {
  const event = await findEvent(tx, params.eventId ?? "");
  const { timeZone, locale } = session.organisation;
  const changes = changesOf(event, { timeZone, locale });
  return (
    <LinkArea className="grid gap-6">
      <PageHeader
        title={whatWords(event)}
        breadcrumb={[{ label: "Audit", href: "/audit" }, { label: "Event" }]}
      />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(320px,1fr)_minmax(0,2fr)]">
        <Card title="Facts">
          <EventFacts event={event} showsPlace={actor.reach === "all"} timeZone={timeZone} locale={locale} />
        </Card>
        <Card title="Before and after" flush={changes.length > 0}>
          {changes.length > 0 ? (
            <EventChanges changes={changes} />
          ) : (
            <p className="text-muted">This act changes no field: that it happened is all there is to say.</p>
          )}
        </Card>
      </div>
    </LinkArea>
  );
});
