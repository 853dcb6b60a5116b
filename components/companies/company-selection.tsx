"use client";

import type { MouseEvent, ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";
import { RowMenu } from "@/components/ui/row-menu";
import { SelectionArea, useSelection } from "@/components/ui/selection-area";
import { SelectionBar } from "@/components/ui/selection-bar";
import { useDialogLink } from "@/components/ui/use-dialog-link";
import type { CompanyKind } from "@/lib/companies/input";
import type { AssignStaffProps, CompanyChoice } from "./assign-staff";
import { assignHref } from "./assign-href";
import { AssignStaffDialog } from "./assign-staff-dialog";
import { kindWords } from "./company-words";

/** All that the grid shows, and what assigning staff to it needs. */
export type Assigning = AssignStaffProps & { choice: CompanyChoice };

/** What can be done with the rows of the grid inside it: by a row's own menu, and by choosing rows. */
export function CompanySelection({
  kind,
  editable,
  assigning,
  children,
}: {
  kind: CompanyKind;
  /** The ids of the rows that this staff user may edit. */
  editable: string[];
  /** For those who administer a company. */
  assigning?: Assigning;
  children: ReactNode;
}) {
  const { path, one } = kindWords[kind];
  const edit = `Edit ${one} Details`;
  const { onClick, ...dialog } = useDialogLink();
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
        <SelectedActs kind={kind} editable={editable} assigning={assigning} onAssign={onClick} />
      </SelectionBar>
      {assigning ? <AssignChosen {...assigning} {...dialog} /> : null}
    </SelectionArea>
  );
}

// Beside the bar, which goes with the last chosen row.
function AssignChosen({
  choice,
  ...props
}: Assigning & Pick<ReturnType<typeof useDialogLink>, "open" | "setOpen">) {
  const { ids } = useSelection();
  return <AssignStaffDialog {...props} choice={{ ...choice, companyIds: ids }} />;
}

function SelectedActs({
  kind,
  editable,
  assigning,
  onAssign,
}: {
  kind: CompanyKind;
  editable: string[];
  assigning: Assigning | undefined;
  onAssign: (event: MouseEvent) => void;
}) {
  const { ids } = useSelection();
  const { path, one } = kindWords[kind];
  const edit = `Edit ${one} Details`;
  const only = ids.length === 1 ? ids[0] : undefined;
  return (
    <>
      {only ? (
        <a className={buttonClass({})} href={`${path}/${only}`}>
          More details
        </a>
      ) : null}
      {assigning ? (
        <a
          className={buttonClass({})}
          href={assignHref({ ...assigning.choice, companyIds: ids })}
          onClick={onAssign}
        >
          Assign staff
        </a>
      ) : null}
      {only && editable.includes(only) ? (
        <a className={buttonClass({ variant: "primary" })} href={`${path}/${only}/edit`}>
          {edit}
        </a>
      ) : null}
      {only || assigning ? null : <span className="text-muted">Select one to open or edit it</span>}
    </>
  );
}
