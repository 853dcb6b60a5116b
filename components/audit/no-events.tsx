import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { isFiltered, type AuditQuery } from "@/lib/audit/list-input";

/** Stands where events would be: none at all yet, or none that fits. */
export function NoEvents({ query }: { query: AuditQuery }) {
  if (!isFiltered(query))
    return (
      <EmptyState title="Nothing is on record yet">
        Whatever somebody does in Portico appears here at once. Create a customer to see the first event.
      </EmptyState>
    );
  return (
    <EmptyState
      title={query.q ? `No event found for “${query.q}”` : "No event fits these filters"}
      actions={<LinkButton href="/audit">Show all events</LinkButton>}
    >
      {query.q
        ? "The latest 3,000 events are looked through word by word; older ones are found by the name of a company, a contact or a member of staff. Choose one in the filters to see all of theirs."
        : null}
    </EmptyState>
  );
}
