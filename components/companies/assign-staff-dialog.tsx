"use client";

import dynamic from "next/dynamic";
import { useCallback, useState } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { Dialog, DialogCancel, DialogClose } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import { useDialogLink } from "@/components/ui/use-dialog-link";
import { assignHref } from "./assign-href";
import type { AssignStaffProps, CompanyChoice } from "./assign-staff";

// Loaded when it is opened: the grid is looked at more often than staff are assigned.
const AssignStaff = dynamic(() => import("./assign-staff").then((module) => module.AssignStaff), {
  loading: () => <Skeleton className="h-80" />,
});

/** The dialog in which staff are assigned to the companies of `choice`. */
export function AssignStaffDialog({
  open,
  setOpen,
  ...props
}: AssignStaffProps & { choice: CompanyChoice; open: boolean; setOpen: (open: boolean) => void }) {
  const [isSaved, setSaved] = useState(false);
  const onSaved = useCallback(() => setSaved(true), []);
  const change = (next: boolean) => {
    setSaved(false);
    setOpen(next);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      width={560}
      title="Assign staff"
      {...(isSaved ? { dirty: false } : {})}
    >
      <AssignStaff
        {...props}
        href={assignHref(props.choice)}
        onSaved={onSaved}
        cancel={<DialogCancel>Cancel</DialogCancel>}
        leave={
          <DialogClose asChild>
            <Button>Close</Button>
          </DialogClose>
        }
      />
    </Dialog>
  );
}

/** The button that opens the dialog for all that the grid shows; without script it leads to a page with the same. */
export function AssignStaffButton(props: AssignStaffProps & { choice: CompanyChoice }) {
  const { onClick, ...dialog } = useDialogLink();
  return (
    <>
      <a className={buttonClass({})} href={assignHref(props.choice)} onClick={onClick}>
        Assign staff
      </a>
      <AssignStaffDialog {...props} {...dialog} />
    </>
  );
}
