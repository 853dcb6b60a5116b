"use client";

import type { ComponentProps } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { DialogClose, Drawer } from "@/components/ui/dialog";
import { useDialogLink } from "@/components/ui/use-dialog-link";
import { kindWords } from "./company-words";
import { EditCompanyForm } from "./edit-company-form";

const WIDTH_PX = 640;

/** The button that edits a company in a drawer beside its page; without script it leads to the form's own page. */
export function EditCompanyDrawer({
  company,
  action,
}: Pick<ComponentProps<typeof EditCompanyForm>, "company" | "action">) {
  const { open, setOpen, onClick } = useDialogLink();
  const { path, one } = kindWords[company.kind];
  return (
    <>
      <a className={buttonClass({})} href={`${path}/${company.id}/edit`} onClick={onClick}>
        {`Edit ${one} Details`}
      </a>
      <Drawer title={`Edit ${company.values.name}`} open={open} onOpenChange={setOpen} width={WIDTH_PX}>
        <EditCompanyForm
          company={company}
          action={action}
          onSaved={() => setOpen(false)}
          cancel={
            <DialogClose asChild>
              <Button variant="ghost">Cancel</Button>
            </DialogClose>
          }
        />
      </Drawer>
    </>
  );
}
