import { ChangesFilters } from "@/components/access/changes-filters";
import { ChangesTable } from "@/components/access/changes-table";
import { NoChanges } from "@/components/access/no-changes";
import { LinkArea } from "@/components/ui/link-area";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { changesHref, readChanges } from "@/lib/access/changes-input";
import { listChanges } from "@/lib/access/list-changes";
import { staffPage } from "@/lib/auth/page";
import { may } from "@/lib/auth/route";
import { redoChangeAction, undoChangeAction } from "../actions";

export const metadata = { title: "Changes of access" };

export default staffPage("viewAccess", async ({ tx, session, searchParams }) => {
  const query = readChanges(searchParams);
  const { rows, newer, older } = await listChanges(tx, query);
  const { timeZone, locale } = session.organisation;
  const actions = { undo: undoChangeAction, redo: redoChangeAction };
  const pageHref = (page?: string) => page && changesHref({ ...query, page });
  return (
    <LinkArea className="grid gap-4">
      <PageHeader
        title="Changes of access"
        breadcrumb={[{ href: "/access", label: "Portal access" }, { label: "Changes" }]}
      />
      <ChangesFilters query={query} />
      {rows.length > 0 ? (
        <ChangesTable
          rows={rows}
          actions={may(session, "administerAccess") ? actions : undefined}
          timeZone={timeZone}
          locale={locale}
        />
      ) : (
        <NoChanges query={query} />
      )}
      <Pager newerHref={pageHref(newer)} olderHref={pageHref(older)} />
    </LinkArea>
  );
});
