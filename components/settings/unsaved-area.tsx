"use client";

import { useState, type ReactNode } from "react";
import { useLeaveGuard } from "@/components/access/use-leave-guard";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useNavigation } from "@/components/ui/link-area";

/** Asks before leaving the page at `home` once something in it was changed. Give it the version as its key: a save makes it clean. */
export function UnsavedArea({ home, children }: { home: string; children: ReactNode }) {
  const [isDirty, setDirty] = useState(false);
  const leave = useLeaveGuard(isDirty, home);
  const navigation = useNavigation();
  return (
    <div className="grid gap-6" onInput={() => setDirty(true)}>
      {children}
      <ConfirmDialog
        open={leave.waiting !== null}
        onOpenChange={(open) => !open && leave.stay()}
        title="Leave without saving?"
        confirmLabel="Leave"
        cancelLabel="Stay here"
        onConfirm={() => {
          const href = leave.waiting;
          setDirty(false);
          leave.stay();
          if (href) navigation?.go(href);
        }}
      >
        What you changed on this page has not been saved, and will be gone.
      </ConfirmDialog>
    </div>
  );
}
