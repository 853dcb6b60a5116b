"use client";

import { buttonClass } from "@/components/ui/button";
import { DialogCancel, Drawer } from "@/components/ui/dialog";
import type { Action } from "@/lib/auth/action";
import { useDialogLink } from "@/components/ui/use-dialog-link";
import { kindWords } from "./company-words";
import { SettingsForm, type CompanyWithSettings } from "./settings-form";

/** The button that opens a company's settings in a drawer beside its page; without script it leads to a page of their own. */
export function SettingsDrawer({
  company,
  action,
}: {
  company: CompanyWithSettings;
  action: Action<{ id: string; kind: CompanyWithSettings["kind"]; name: string }>;
}) {
  const { open, setOpen, onClick } = useDialogLink();
  const { path, one } = kindWords[company.kind];
  const { id, name } = company;
  return (
    <>
      <a className={buttonClass({})} href={`${path}/${id}/settings`} onClick={onClick}>
        {`${one} Settings`}
      </a>
      <Drawer title={`${one} Settings`} description={name} open={open} onOpenChange={setOpen}>
        <SettingsForm
          company={company}
          action={action}
          onSaved={() => setOpen(false)}
          cancel={<DialogCancel>Cancel</DialogCancel>}
        />
      </Drawer>
    </>
  );
}
