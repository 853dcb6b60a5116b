import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

/** What staff see for an address that leads nowhere, or to something beyond their reach: the two look the same. */
export default function StaffNotFound() {
  return (
    <div className="grid max-w-[720px] gap-4">
      <h1 className="text-headline">There is nothing here</h1>
      <EmptyState
        title="It may have been removed, or it is not yours to see"
        actions={<LinkButton href="/customers">All Customers</LinkButton>}
      >
        Check the address, or search for it. If you should be able to see it, ask an administrator to grant
        you access.
      </EmptyState>
    </div>
  );
}
