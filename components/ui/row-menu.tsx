"use client";

import { DropdownMenu } from "radix-ui";
import { useState, type MouseEvent, type ReactNode } from "react";
import { cn } from "./cn";
import { useNavigation } from "./link-area";
import { useRouter } from "next/navigation";

export type RowAct = {
  key: string;
  label: string;
  /** Where it leads, ":id" standing for the row's id. Without it, `onSelect` is called. */
  href?: string;
  danger?: boolean;
};

type OpenRow = {
  id: string;
  button: HTMLButtonElement;
  /** What had the keyboard when the menu was opened, and gets it back: the button, or another place of its row. */
  home: HTMLElement;
  acts: string[] | null;
};

/**
 * One menu for all rows of the table inside it: a press on a row's button opens it there. An act with an address is
 * a link; the others call `onSelect` with their key and the row's id.
 */
export function RowMenu({
  acts,
  onSelect,
  children,
}: {
  acts: RowAct[];
  onSelect?: (key: string, rowId: string) => void;
  children: ReactNode;
}) {
  const [row, setRow] = useState<OpenRow | null>(null);
  const router = useRouter();
  const navigation = useNavigation();

  const onClick = (event: MouseEvent) => {
    const button =
      event.target instanceof Element ? event.target.closest<HTMLButtonElement>("button[data-row]") : null;
    if (!button) return;
    const { row: id = "", acts: fits } = button.dataset;
    setRow({ id, button, home: homeOf(button), acts: fits?.split(" ") ?? null });
  };
  const choose = (act: RowAct, { id, home }: OpenRow) => {
    // A dialog opened by the act gives the focus back to what has it now; the item will be gone.
    home.focus();
    if (!act.href) onSelect?.(act.key, id);
    else (navigation?.go ?? router.push)(hrefOf(act, id));
  };
  const fitting = acts.filter((act) => !row?.acts || row.acts.includes(act.key));

  return (
    <div onClick={onClick}>
      {children}
      {row ? (
        <OpenMenu row={row} onClose={() => setRow(null)}>
          {fitting.map((act) => (
            <DropdownMenu.Item
              key={act.key}
              className={cn("menu-item", act.danger && "menu-danger")}
              onSelect={() => choose(act, row)}
            >
              {act.label}
            </DropdownMenu.Item>
          ))}
        </OpenMenu>
      ) : null}
    </div>
  );
}

function homeOf(button: HTMLButtonElement): HTMLElement {
  const focused = document.activeElement;
  const isInRow = focused instanceof HTMLElement && button.closest("tr")?.contains(focused);
  return isInRow ? focused : button;
}

function hrefOf(act: RowAct, id: string): string {
  return (act.href ?? "").replaceAll(":id", encodeURIComponent(id));
}

/** The menu hangs from an unseen box laid over the button that was pressed. */
function OpenMenu({ row, onClose, children }: { row: OpenRow; onClose: () => void; children: ReactNode }) {
  const { left, top, width, height } = row.button.getBoundingClientRect();
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={(open) => (open ? undefined : onClose())}>
      <DropdownMenu.Trigger asChild>
        <span
          aria-hidden="true"
          tabIndex={-1}
          style={{ position: "fixed", left, top, width, height, pointerEvents: "none" }}
        />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="menu"
          align="end"
          sideOffset={4}
          collisionPadding={8}
          aria-label={row.button.getAttribute("aria-label") ?? undefined}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            row.home.focus();
          }}
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
