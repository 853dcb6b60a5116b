import { ImportsTable } from "@/components/imports/imports-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { staffPage } from "@/lib/auth/page";
import { listRuns } from "@/lib/imports/queries";
import { single } from "@/lib/platform/address";

export const metadata = { title: "Imports" };

const PAGE_SIZE = 50;

export default staffPage("importCompanies", async ({ tx, session, searchParams }) => {
  const { timeZone, locale } = session.organisation;
  const before = single(searchParams.before);
  const found = await listRuns(tx, { before, limit: PAGE_SIZE + 1 });
  const runs = found.slice(0, PAGE_SIZE);
  const older = found.length > PAGE_SIZE ? `/imports?before=${runs.at(-1)?.id}` : undefined;
  return (
    <div className="grid gap-4">
      <PageHeader
        title="Imports"
        breadcrumb={[{ href: "/customers", label: "Customers" }, { label: "Imports" }]}
        actions={
          <LinkButton variant="primary" href="/imports/new">
            Import a file
          </LinkButton>
        }
      />
      {runs.length > 0 ? (
        <ImportsTable runs={runs} timeZone={timeZone} locale={locale} />
      ) : (
        <EmptyState title={before ? "No older imports" : "Nothing was imported yet"}>
          Bring your customers and suppliers, each with its contact, from a CSV file. Every row is checked and
          shown before anything is written.
        </EmptyState>
      )}
      <Pager newerHref={before ? "/imports" : undefined} newerLabel="Latest" olderHref={older} />
    </div>
  );
});
