import { RequireSecondFactor } from "@/components/staff/require-second-factor";
import { StaffFilters } from "@/components/staff/staff-filters";
import { StaffTable } from "@/components/staff/staff-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { staffPage } from "@/lib/auth/page";
import { may } from "@/lib/auth/route";
import { requireSecondFactorAction } from "./actions";
import { readStaffList, staffListHref } from "@/lib/staff/list-input";
import { listStaff } from "@/lib/staff/list-staff";

export const metadata = { title: "Staff" };

export default staffPage("viewStaff", async ({ tx, session, searchParams }) => {
  const query = readStaffList(searchParams);
  const { rows, newer, older, total } = await listStaff(tx, query);
  const { timeZone, locale } = session.organisation;
  const pageHref = (page?: string) => page && staffListHref({ ...query, page });
  return (
    <div className="grid-page">
      <PageHeader
        title="Staff"
        count={total.toLocaleString(locale)}
        actions={
          <>
            <LinkButton href="/staff/group-roles">Group roles</LinkButton>
            {may(session, "administerStaff") ? (
              <LinkButton variant="primary" href="/staff/new">
                Invite staff
              </LinkButton>
            ) : null}
          </>
        }
      />
      <StaffFilters query={query} />
      {rows.length > 0 ? (
        <StaffTable rows={rows} timeZone={timeZone} locale={locale} />
      ) : (
        <EmptyState
          title="Nobody fits"
          actions={<LinkButton href="/staff">Clear search and filters</LinkButton>}
        >
          Search for a part of the name or the e-mail address, or take a filter off.
        </EmptyState>
      )}
      {may(session, "demandSecondFactor") ? (
        <RequireSecondFactor
          isRequired={session.organisation.requiresSecondFactor}
          action={requireSecondFactorAction}
        />
      ) : null}
      <Pager
        newerHref={pageHref(newer)}
        olderHref={pageHref(older)}
        newerLabel="Previous"
        olderLabel="Next"
      />
    </div>
  );
});
