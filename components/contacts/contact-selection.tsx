"use client";

import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { SelectionArea, useSelection } from "@/components/ui/selection-area";
import { SelectionBar } from "@/components/ui/selection-bar";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Action } from "@/lib/auth/action";

/** What can be done with the contacts chosen in the grid inside it. */
export function ContactSelection({ action, children }: { action: Action<unknown>; children: ReactNode }) {
  return (
    <SelectionArea>
      {children}
      <SelectionBar>
        <SendActivations action={action} />
      </SelectionBar>
    </SelectionArea>
  );
}

// Leads to a page that says who will be sent one and who will not; nothing is sent before that was seen.
function SendActivations({ action }: { action: Action<unknown> }) {
  const { ids } = useSelection();
  return (
    <ActionForm action={action} className="flex items-center gap-2">
      {ids.map((id) => (
        <input key={id} type="hidden" name="contactIds" value={id} />
      ))}
      <SubmitButton>Send activation e-mail…</SubmitButton>
    </ActionForm>
  );
}
