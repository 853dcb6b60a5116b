"use client";

import { useState, type MouseEvent } from "react";
import { buttonClass } from "@/components/ui/button";
import { DialogCancel, Drawer } from "@/components/ui/dialog";
import type { Action } from "@/lib/auth/action";
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
  const [open, setOpen] = useState(false);
  const { path, one } = kindWords[company.kind];
  const onClick = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    setOpen(true);
  };
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
