"use client";

import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast, toastError } from "@/components/ui/toast";
import type { Action } from "@/lib/auth/action";

export type Versioned = { template: string; version: number };

/** Puts the built-in template into use again, after asking. */
export function ResetTemplate({
  template,
  version,
  action,
  onReset,
}: Versioned & { action: Action<Versioned>; onReset: (version: number) => void }) {
  const reset = async () => {
    const result = await action({ template, version }).catch(() => null);
    if (!result) return toastError("Portico could not be reached, so nothing was changed. Try again.");
    if (!result.ok) return toastError("The template was not reset", result.error.message);
    onReset(result.data.version);
    toast("The built-in template is in use again", {
      description: "Your version is kept below, where it can be restored.",
    });
  };
  return (
    <ConfirmDialog
      title="Reset to the built-in template?"
      confirmLabel="Reset template"
      onConfirm={reset}
      trigger={<Button className="needs-script">Reset to built-in</Button>}
    >
      E-mails are made from the built-in template again. The version in use now is kept among the versions,
      where it can be restored. What you typed and did not save is lost.
    </ConfirmDialog>
  );
}
