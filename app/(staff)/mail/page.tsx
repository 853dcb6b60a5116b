import { MailFilters } from "@/components/mail/mail-filters";
import { MailTable } from "@/components/mail/mail-table";
import { NoMail } from "@/components/mail/no-mail";
import { NoServerBanner } from "@/components/mail/no-server-banner";
import { LinkArea } from "@/components/ui/link-area";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { staffPage } from "@/lib/auth/page";
import { mailListHref, readMailList } from "@/lib/mail/list-input";
import { countByState, listMail, MOST_COUNTED } from "@/lib/mail/list-mail";
import { hasMailServer } from "@/lib/mail/transport";

export const metadata = { title: "Mail" };

export default staffPage("viewMail", async ({ tx, session, searchParams }) => {
  const query = readMailList(searchParams);
  const { rows, newer, older } = await listMail(tx, query);
  const counts = await countByState(tx);
  const { timeZone, locale } = session.organisation;
  const pageHref = (page?: string) => page && mailListHref({ ...query, page });
  return (
    <LinkArea className="grid-page">
      <PageHeader title="Mail" />
      {hasMailServer() ? null : <NoServerBanner />}
      <MailFilters query={query} counts={counts} mostCounted={MOST_COUNTED} />
      {rows.length > 0 ? (
        <MailTable rows={rows} timeZone={timeZone} locale={locale} />
      ) : (
        <NoMail query={query} />
      )}
      <Pager newerHref={pageHref(newer)} olderHref={pageHref(older)} />
    </LinkArea>
  );
});
