import { WhoFilters } from "@/components/access/who-filters";
import { WhoTable } from "@/components/access/who-table";
import { Banner } from "@/components/ui/banner";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { listCompanyNames } from "@/lib/access/company-names";
import { listWho } from "@/lib/access/list-who";
import { audiences, findPermission, portalModule } from "@/lib/access/permissions";
import { readWho, whoHref } from "@/lib/access/who-input";
import { staffPage } from "@/lib/auth/page";

export const metadata = { title: "Who can see what" };

export default staffPage("viewAccess", async ({ tx, actor, session, searchParams }) => {
  const query = readWho(searchParams);
  const { locale, timeZone, modules } = session.organisation;
  const { rows, total, newer, older, tooManyCompanies } = await listWho(tx, actor, query, {
    locale,
    timeZone,
  });
  const [company] = await listCompanyNames(tx, query.company ? [query.company] : []);
  const asked = findPermission(query.audience, query.permission);
  const label = `Who ${asked?.tab ? "can see" : "is allowed"} ${asked?.label ?? query.permission}${company ? ` of ${company.name}` : ""}`;
  const pageHref = (page?: string) => page && whoHref({ ...query, page });
  return (
    <div className="grid gap-4">
      <PageHeader
        title={label}
        count={
          rows.length > 0 ? `${total.count.toLocaleString(locale)}${total.isMore ? "+" : ""}` : undefined
        }
        breadcrumb={[{ href: "/access", label: "Portal access" }, { label: "Who can see what" }]}
        actions={
          rows.length > 0 ? (
            <a
              className={buttonClass({})}
              href={whoHref({ ...query, page: undefined }, "/api/exports/access")}
              download
            >
              Download CSV
            </a>
          ) : null
        }
      />
      <WhoFilters query={query} offered={audiences.filter((each) => modules.includes(portalModule[each]))} />
      {tooManyCompanies ? (
        <Banner tone="warn" title="More than 500 companies match">
          Enter more of the name or the ID of the company.
        </Banner>
      ) : null}
      {rows.length > 0 ? <WhoTable rows={rows} audience={query.audience} label={label} /> : null}
      {rows.length === 0 && !tooManyCompanies ? (
        <EmptyState title="Nobody">
          No contact fits what was asked. Search for less, or choose another permission.
        </EmptyState>
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
