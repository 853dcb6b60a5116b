import { ActivationMenu } from "@/components/contacts/activation-menu";
import { AddContactDialog } from "@/components/contacts/add-contact-dialog";
import { ContactSelection } from "@/components/contacts/contact-selection";
import { ContactsFilters } from "@/components/contacts/contacts-filters";
import { ContactsTable } from "@/components/contacts/contacts-table";
import { CsvMenu } from "@/components/imports/csv-menu";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { WhileLoading } from "@/components/ui/while-loading";
import { staffPage } from "@/lib/auth/page";
import { listContacts } from "@/lib/contacts/list-contacts";
import { mayEditContacts } from "@/lib/contacts/may-edit-contacts";
import { contactListHref, isNarrowed, readContactList } from "@/lib/contacts/list-input";
import { drawUpActivationsAction } from "../activations/actions";
import { addContactOptions } from "./add-contact-options";

export const metadata = { title: "Contacts" };

export default staffPage("viewContacts", async ({ tx, actor, session, searchParams }) => {
  const mayEdit = await mayEditContacts(tx, actor);
  const query = readContactList(searchParams);
  const { rows, newer, older, total } = await listContacts(tx, actor, query);
  const { timeZone, locale } = session.organisation;
  const pageHref = (page?: string) => page && contactListHref({ ...query, page });
  return (
    <div className="grid-page">
      <PageHeader
        title="Contacts"
        count={`${total.count.toLocaleString(locale)}${total.isMore ? "+" : ""}`}
        actions={
          <>
            {mayEdit ? <AddContactDialog href="/contacts/new" {...await addContactOptions(tx)} /> : null}
            {mayEdit ? (
              <ActivationMenu
                action={drawUpActivationsAction}
                filter={rows.length > 0 ? contactListHref({ ...query, page: undefined }, "") || "?" : null}
                isNarrowed={isNarrowed(query)}
              />
            ) : null}
            <CsvMenu
              exports={[
                {
                  label: "Export these columns",
                  href: contactListHref({ ...query, page: undefined }, "/api/exports/contacts"),
                },
              ]}
            />
          </>
        }
      />
      <ContactsFilters query={query} />
      {rows.length > 0 ? (
        <ContactSelection action={drawUpActivationsAction}>
          <ContactsTable pick={mayEdit} rows={rows} query={query} timeZone={timeZone} locale={locale} />
        </ContactSelection>
      ) : (
        <WhileLoading>
          <NoContacts isNarrowed={isNarrowed(query)} />
        </WhileLoading>
      )}
      <Pager
        newerHref={pageHref(newer)}
        olderHref={pageHref(older)}
        newerLabel="Previous"
        olderLabel="Next"
      />
    </div>
  );
});

function NoContacts({ isNarrowed }: { isNarrowed: boolean }) {
  if (isNarrowed)
    return (
      <EmptyState
        title="No contact fits"
        actions={<LinkButton href="/contacts">Clear search and filters</LinkButton>}
      >
        Search for a part of the name or the e-mail address, or take a filter off.
      </EmptyState>
    );
  return (
    <EmptyState title="No contacts yet">
      Contacts are the people at your customers and suppliers. Add the first one, or import them with their
      companies.
    </EmptyState>
  );
}
