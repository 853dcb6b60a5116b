import { headers } from "next/headers";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { LinkButton } from "@/components/ui/link-button";

/** Stands where an address in the portal leads nowhere, or to what somebody else may see: both look the same. */
export default async function ShellNotFound() {
  const home = (await headers()).get("x-portico-path")?.split(/[?#]/)[0]?.split("/").slice(0, 3).join("/");
  return (
    <>
      <PageHeader title="Not found" />
      <EmptyState
        title="There is nothing at this address"
        actions={<LinkButton href={home ?? "/"}>Back to the dashboard</LinkButton>}
      >
        It may have been moved or removed, or the address has a slip in it.
      </EmptyState>
    </>
  );
}
