"use client";

import { AlertDialog } from "radix-ui";
import { useState, type ReactElement, type ReactNode } from "react";
import { Button } from "./button";
import { useFocusReturn } from "./use-focus-return";

/**
 * Asks before an act. The title names the act, `children` say what it reaches, what is lost and how to get it back,
 * and `confirmLabel` repeats the verb. Stays open, pending, until `onConfirm` has settled.
 */
export function ConfirmDialog({
  title,
  children,
  confirmLabel,
  cancelLabel = "Cancel",
  danger,
  onConfirm,
  trigger,
  open,
  onOpenChange,
}: {
  title: ReactNode;
  children?: ReactNode;
  confirmLabel: string;
  cancelLabel?: string;
  danger?: boolean;
  onConfirm: () => unknown;
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}) {
  const [own, setOwn] = useState(false);
  const [pending, setPending] = useState(false);
  const focusReturn = useFocusReturn();
  const change = (next: boolean) => {
    setOwn(next);
    onOpenChange?.(next);
  };
  const confirm = async () => {
    setPending(true);
    try {
      await onConfirm();
      change(false);
    } finally {
      setPending(false);
    }
  };
  return (
    <AlertDialog.Root open={open ?? own} onOpenChange={change}>
      {trigger ? <AlertDialog.Trigger asChild>{trigger}</AlertDialog.Trigger> : null}
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="overlay" />
        <AlertDialog.Content
          className="dialog dialog-centre [--dialog-width:420px]"
          {...focusReturn}
          {...(children ? {} : { "aria-describedby": undefined })}
        >
          <div className="px-5 pt-4 pb-5">
            <AlertDialog.Title className="text-title leading-7">{title}</AlertDialog.Title>
            {children ? (
              <AlertDialog.Description asChild>
                <div className="mt-1 text-muted">{children}</div>
              </AlertDialog.Description>
            ) : null}
          </div>
          <footer className="dialog-foot">
            <AlertDialog.Cancel asChild>
              <Button>{cancelLabel}</Button>
            </AlertDialog.Cancel>
            <Button variant={danger ? "danger" : "primary"} pending={pending} onClick={() => void confirm()}>
              {confirmLabel}
            </Button>
          </footer>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
