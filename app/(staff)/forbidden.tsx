import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

/** What staff see in place of a page that their roles do not open. */
export default function StaffForbidden() {
  return (
    <div className="grid max-w-[720px] gap-4">
      <h1 className="text-headline">Your roles do not open this page</h1>
      <EmptyState
        title="Nothing is wrong with the address"
        actions={<LinkButton href="/customers">All Customers</LinkButton>}
      >
        If you need it for your work, ask an administrator for the right to see it.
      </EmptyState>
    </div>
  );
}
