"use client";

import { Dialog as Radix } from "radix-ui";
import {
  createContext,
  use,
  useCallback,
  useRef,
  useState,
  type ComponentProps,
  type CSSProperties,
  type ReactElement,
  type ReactNode,
} from "react";
import { Button } from "./button";
import { cn } from "./cn";
import { ConfirmDialog } from "./confirm-dialog";
import { useCloseGuard } from "./use-close-guard";
import { useFocusReturn } from "./use-focus-return";

export type DialogProps = {
  /** Says the act: "Add contact to Alfreds Futterkiste". */
  title: ReactNode;
  description?: ReactNode;
  children: ReactNode;
  /** Buttons below what scrolls; a form may bring its own in FormActions instead. */
  footer?: ReactNode;
  /** A button that opens it; without one, `open` and `onOpenChange` do. */
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Whether closing would lose something; left out, the fields inside are compared with what they held at first. */
  dirty?: boolean;
  /** In pixels; 480 in the middle, 460 at the side. */
  width?: number;
};

/** Asks one thing in the middle of the page. Escape, the backdrop and the cross ask before they lose what was typed. */
export function Dialog(props: DialogProps) {
  return <Panel {...props} place="centre" />;
}

/** Edits one thing at the right edge, the page still in view. Closes as a Dialog does. */
export function Drawer(props: DialogProps) {
  return <Panel {...props} place="side" />;
}

/** Closes the dialog around it at once, discarding: for "Cancel". */
export const DialogClose = Radix.Close;

const RequestClose = createContext(() => {});

/** A "Cancel" that asks before it loses what was changed in the dialog around it, as Escape and the backdrop do. */
export function DialogCancel(props: ComponentProps<typeof Button>) {
  return <Button variant="ghost" {...props} onClick={use(RequestClose)} />;
}

function Panel({
  place,
  title,
  description,
  children,
  footer,
  trigger,
  dirty,
  width,
  ...state
}: DialogProps & { place: "centre" | "side" }) {
  const [open, setOpen] = useOpen(state);
  const close = useCallback(() => setOpen(false), [setOpen]);
  const body = useRef<HTMLDivElement>(null);
  const guard = useCloseGuard(body, { open, dirty, close });
  const focusReturn = useFocusReturn();
  const ask = (event: Event) => {
    event.preventDefault();
    if (!meansSomethingElse(event.target)) guard.requestClose();
  };
  return (
    <Radix.Root open={open} onOpenChange={setOpen}>
      {trigger ? <Radix.Trigger asChild>{trigger}</Radix.Trigger> : null}
      <Radix.Portal>
        {/* A press on the backdrop that ends in "keep editing" leaves the focus where it was. */}
        <Radix.Overlay className="overlay" onMouseDown={(event) => event.preventDefault()} />
        <Radix.Content
          className={cn("dialog", `dialog-${place}`)}
          style={width ? ({ "--dialog-width": `${width}px` } as CSSProperties) : undefined}
          {...focusReturn}
          onEscapeKeyDown={ask}
          onPointerDownOutside={ask}
          {...(description ? {} : { "aria-describedby": undefined })}
        >
          <header className="flex items-start gap-4 px-5 pt-4 pb-3">
            <div className="min-w-0 flex-1">
              <Radix.Title className="text-title leading-7">{title}</Radix.Title>
              {description ? (
                <Radix.Description className="text-muted">{description}</Radix.Description>
              ) : null}
            </div>
            <button
              type="button"
              className="btn btn-ghost btn-small btn-icon -mr-2"
              aria-label="Close"
              onClick={guard.requestClose}
            >
              <span className="icon-mask text-[1.2em] [--icon:var(--icon-cross)]" />
            </button>
          </header>
          <div ref={body} className="dialog-body">
            <RequestClose value={guard.requestClose}>{children}</RequestClose>
          </div>
          {footer ? <footer className="dialog-foot">{footer}</footer> : null}
        </Radix.Content>
      </Radix.Portal>
      <ConfirmDialog
        open={guard.asking}
        onOpenChange={guard.setAsking}
        title="Discard your changes?"
        confirmLabel="Discard changes"
        cancelLabel="Keep editing"
        danger
        onConfirm={guard.discard}
      >
        What you entered here has not been saved.
      </ConfirmDialog>
    </Radix.Root>
  );
}

function useOpen({ open, onOpenChange }: Pick<DialogProps, "open" | "onOpenChange">) {
  const [own, setOwn] = useState(false);
  const set = useCallback(
    (next: boolean) => {
      setOwn(next);
      onOpenChange?.(next);
    },
    [onOpenChange],
  );
  return [open ?? own, set] as const;
}

/** Escape in an open type-ahead closes its options, and a press on a toast is for the toast. */
function meansSomethingElse(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest("[role=combobox][aria-expanded=true],[data-sonner-toast]") !== null
  );
}
