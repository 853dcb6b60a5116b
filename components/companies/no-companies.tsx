import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { CompanyKind } from "@/lib/companies/input";
import { kindWords } from "./company-words";

/** Why the grid is empty, and what to do: nothing fits, or nothing is there yet. */
export function NoCompanies({
  kind,
  isFiltered,
  canImport,
}: {
  kind: CompanyKind;
  isFiltered: boolean;
  canImport: boolean;
}) {
  const { one, many, path } = kindWords[kind];
  const it = one.toLowerCase();
  const create = (
    <LinkButton variant="primary" href={`${path}/new`}>
      New {one}
    </LinkButton>
  );
  if (isFiltered)
    return (
      <EmptyState
        title={`No ${it} fits`}
        actions={<LinkButton href={path}>Clear search and filters</LinkButton>}
      >
        Search for a part of the ID or the name, or take a filter off.
      </EmptyState>
    );
  return (
    <EmptyState
      title={`No ${many.toLowerCase()} yet`}
      actions={
        <>
          {create}
          {canImport ? <LinkButton href={`/imports/new?kind=${kind}`}>Import from a file</LinkButton> : null}
        </>
      }
    >
      Create the first one, or bring your list along as a CSV file.
    </EmptyState>
  );
}
