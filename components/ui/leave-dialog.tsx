"use client";

import type { ReactNode } from "react";
import { ConfirmDialog } from "./confirm-dialog";
import { useNavigation } from "./link-area";
import type { LeaveGuard } from "./use-leave-guard";

/** Asks whether to follow the link that `guard` holds up; `children` say what becomes of what was not saved. */
export function LeaveDialog({
  guard,
  title = "Leave without saving?",
  onLeave,
  children,
}: {
  guard: LeaveGuard;
  title?: string;
  onLeave?: () => void;
  children: ReactNode;
}) {
  const navigation = useNavigation();
  return (
    <ConfirmDialog
      open={guard.waiting !== null}
      onOpenChange={(open) => !open && guard.stay()}
      title={title}
      confirmLabel="Leave"
      cancelLabel="Stay here"
      onConfirm={() => {
        const href = guard.waiting;
        onLeave?.();
        guard.stay();
        if (href) navigation?.go(href);
      }}
    >
      {children}
    </ConfirmDialog>
  );
}
