import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { ChangesQuery } from "@/lib/access/changes-input";

/** Stands where changes would be: none at all yet, or none that fits. */
export function NoChanges({ query: { q, until } }: { query: ChangesQuery }) {
  if (!q && !until)
    return (
      <EmptyState title="No changes yet">
        Whatever is changed with Update on the Portal access screen appears here, and can be undone here.
      </EmptyState>
    );
  return (
    <EmptyState
      title={q ? `No change found for “${q}”` : "No change was made until that day"}
      actions={<LinkButton href="/access/changes">Show all changes</LinkButton>}
    >
      {q ? "Search for a part of what it is called, or of the name of whoever made it." : null}
    </EmptyState>
  );
}
