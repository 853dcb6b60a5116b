import { ActivityFilters } from "@/components/activity/activity-filters";
import { ActivityLog } from "@/components/activity/activity-log";
import { LiveTail } from "@/components/activity/live-tail";
import { NoActivity } from "@/components/activity/no-activity";
import { kindWords, logLevelWords } from "@/components/companies/company-words";
import { LinkArea } from "@/components/ui/link-area";
import { Pager } from "@/components/ui/pager";
import type { StaffPageContext } from "@/lib/auth/page";
import { listActivity } from "@/lib/activity/list-activity";
import { activityHref, activityParams, KEPT_DAYS, readActivity } from "@/lib/activity/list-input";
import type { CompanyKind } from "@/lib/companies/input";
import { loadCompany } from "../load-company";

/** What happened at a company, as far as its log level let it in. */
export async function companyActivity(kind: CompanyKind, context: StaffPageContext) {
  const { company, place, header } = await loadCompany(kind, context);
  const path = `${kindWords[kind].path}/${company.id}/activity`;
  const query = readActivity(context.searchParams);
  const log = { companyId: company.id, timeZone: place.timeZone };
  const { rows, newer, older } = await listActivity(context.tx, log, query);
  const [latest] = rows;
  const params = activityParams({ ...query, page: undefined });
  const tail = new URLSearchParams({ ...params, ...(latest && { after: latest.atText, id: latest.id }) });
  const pageHref = (page?: string) => page && activityHref(path, { ...query, page });
  return (
    <LinkArea className="grid gap-6">
      {header}
      <div className="grid gap-4">
        <ActivityFilters path={path} query={query} />
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <p className="text-muted">
            Log level: {logLevelWords[company.logLevel]}. Kept for {KEPT_DAYS} days.
          </p>
          <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
            {/* Older pages do not change. */}
            {newer ? null : <LiveTail newerHref={`/customers/${company.id}/activity/newer?${tail}`} />}
            <a
              className="text-link"
              href={`/api/exports/activity?${new URLSearchParams({ company: company.id, ...params })}`}
            >
              Export as CSV
            </a>
          </div>
        </div>
        {rows.length > 0 ? (
          <ActivityLog rows={rows} {...place} />
        ) : (
          <NoActivity path={path} query={query} isOff={company.logLevel === "off"} />
        )}
        <Pager newerHref={pageHref(newer)} olderHref={pageHref(older)} />
      </div>
    </LinkArea>
  );
}
