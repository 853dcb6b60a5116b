"use client";

import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";
import { RowMenu } from "@/components/ui/row-menu";
import { SelectionArea, useSelection } from "@/components/ui/selection-area";
import { SelectionBar } from "@/components/ui/selection-bar";
import type { CompanyKind } from "@/lib/companies/input";
import { kindWords } from "./company-words";

/** What can be done with the rows of the grid inside it: by a row's own menu, and by choosing rows. */
export function CompanySelection({
  kind,
  editable,
  children,
}: {
  kind: CompanyKind;
  /** The ids of the rows that this staff user may edit. */
  editable: string[];
  children: ReactNode;
}) {
  const { path, one } = kindWords[kind];
  const edit = `Edit ${one} Details`;
  return (
    <SelectionArea>
      <RowMenu
        acts={[
          { key: "details", label: "More details", href: `${path}/:id` },
          { key: "edit", label: edit, href: `${path}/:id/edit` },
          { key: "site", label: "New site", href: `${path}/new?parent=:id` },
        ]}
      >
        {children}
      </RowMenu>
      <SelectionBar>
        <SelectedActs kind={kind} editable={editable} />
      </SelectionBar>
    </SelectionArea>
  );
}

function SelectedActs({ kind, editable }: { kind: CompanyKind; editable: string[] }) {
  const { ids } = useSelection();
  const { path, one } = kindWords[kind];
  const edit = `Edit ${one} Details`;
  const [only] = ids;
  if (ids.length !== 1 || !only) return <span className="text-muted">Select one to open or edit it</span>;
  return (
    <>
      <a className={buttonClass({})} href={`${path}/${only}`}>
        More details
      </a>
      {editable.includes(only) ? (
        <a className={buttonClass({ variant: "primary" })} href={`${path}/${only}/edit`}>
          {edit}
        </a>
      ) : null}
    </>
  );
}
