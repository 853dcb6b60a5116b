"use client";

import { useState, type ReactNode } from "react";
import { LeaveDialog } from "@/components/ui/leave-dialog";
import { useLeaveGuard } from "@/components/ui/use-leave-guard";

/** Asks before leaving the page at `home` once something in it was changed. Give it the version as its key: a save makes it clean. */
export function UnsavedArea({ home, children }: { home: string; children: ReactNode }) {
  const [isDirty, setDirty] = useState(false);
  const leave = useLeaveGuard(isDirty, home);
  return (
    <div className="grid gap-6" onInput={() => setDirty(true)}>
      {children}
      <LeaveDialog guard={leave} onLeave={() => setDirty(false)}>
        What you changed on this page has not been saved, and will be gone.
      </LeaveDialog>
    </div>
  );
}
