"use client";

import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Pager } from "@/components/ui/pager";
import { WhileLoading } from "@/components/ui/while-loading";
import { RowMenu, type RowAct as MenuAct } from "@/components/ui/row-menu";
import { accessHref, isNarrowed, type AccessQuery } from "@/lib/access/access-address";
import { permissions } from "@/lib/access/permissions";
import { AccessFilters } from "./access-filters";
import type { AccessScreenProps } from "./screen-props";
import { contactPages, contactSort, everyContact } from "./address";
import { ContactCards } from "./contact-cards";
import { ContactGrid, type TickGridProps } from "./contact-grid";
import { SectionHead } from "./section-head";
import { useNarrow } from "./use-narrow";

/** What a contact's own menu can ask for: to stage full access one way, to grant until a day, to look at the portal. */
export type RowAct = "allow" | "deny" | "inherit" | "grant" | "preview";

const looks: MenuAct[] = [
  { key: "open", label: "Open contact", href: "/contacts/:id" },
  { key: "preview", label: "What will they see?" },
];
const changes: MenuAct[] = [
  { key: "allow", label: "Full access on" },
  { key: "deny", label: "Full access off" },
  { key: "inherit", label: "Back to group roles" },
  { key: "grant", label: "Grant until a day…" },
];

/** The contacts below, with a tick for each permission; on a phone a list with switches. */
export function ContactsSection({
  query,
  contacts,
  chosen,
  reader,
  mayAdminister,
  viewOf,
  onPress,
  onRelease,
  onAct,
}: AccessScreenProps &
  Pick<TickGridProps, "viewOf" | "onPress" | "onRelease"> & {
    onAct: (act: RowAct, contactId: string) => void;
  }) {
  const isPhone = useNarrow();
  const grid = {
    ...{ rows: contacts.rows, permissions: permissions[query.audience], viewOf },
    ...{ isReadOnly: !mayAdminister, onPress, onRelease },
  };
  return (
    <section aria-labelledby="access-contacts" className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <SectionHead id="access-contacts" title="Contacts" total={contacts.total} reader={reader}>
        <AccessFilters query={query} chosen={chosen} />
      </SectionHead>
      {contacts.rows.length === 0 ? (
        <WhileLoading>
          <NoContacts query={query} />
        </WhileLoading>
      ) : (
        <RowMenu
          acts={mayAdminister ? [...looks, ...changes] : looks}
          onSelect={(key, contactId) => onAct(key as RowAct, contactId)}
        >
          {isPhone ? (
            <ContactCards {...grid} />
          ) : (
            <ContactGrid
              {...grid}
              isOneCompany={query.within?.sites === false}
              sorts={{ name: contactSort(query, "name"), company: contactSort(query, "company") }}
            />
          )}
        </RowMenu>
      )}
      <Pager {...contactPages(query, contacts)} newerLabel="Previous" olderLabel="Next" />
    </section>
  );
}

function NoContacts({ query }: { query: AccessQuery }) {
  if (isNarrowed(query))
    return (
      <EmptyState
        title="No contact fits"
        actions={
          <LinkButton href={accessHref({ ...query, contacts: everyContact })}>Show all contacts</LinkButton>
        }
      >
        Take a company or a filter off, or search for a part of the name or the e-mail address.
      </EmptyState>
    );
  return (
    <EmptyState title="No contacts yet">
      {query.within
        ? "Add people to this company first; then decide here what they see."
        : "Add people to a company first; then decide here what they see."}
    </EmptyState>
  );
}
