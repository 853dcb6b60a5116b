"use client";

import Link from "next/link";
import { DropdownMenu as Radix } from "radix-ui";
import type { ReactElement, ReactNode } from "react";
import { cn } from "./cn";
import { focusMenuButton } from "./use-focus-return";

/** A menu of acts that opens from the button given as `trigger`. Holds MenuItem, MenuLink, MenuLabel, MenuLine. */
export function DropdownMenu({
  trigger,
  align = "end",
  children,
}: {
  trigger: ReactElement;
  align?: "start" | "end";
  children: ReactNode;
}) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className="menu" align={align} sideOffset={4} collisionPadding={8}>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** An act in a menu. Its reason for being out of reach goes into `hint`. */
export function MenuItem({
  children,
  onSelect,
  danger,
  disabled,
  hint,
}: {
  children: ReactNode;
  onSelect: () => void;
  danger?: boolean;
  disabled?: boolean;
  hint?: ReactNode;
}) {
  return (
    <Radix.Item
      className={cn("menu-item", danger && "menu-danger")}
      disabled={disabled}
      onSelect={(event) => {
        focusMenuButton(event);
        onSelect();
      }}
    >
      {hint ? (
        <span>
          {children}
          <span className="block text-small font-normal text-muted">{hint}</span>
        </span>
      ) : (
        children
      )}
    </Radix.Item>
  );
}

/** A place in a menu. `download` for files, which the browser fetches itself. */
export function MenuLink({
  href,
  download,
  children,
}: {
  href: string;
  download?: boolean;
  children: ReactNode;
}) {
  return (
    <Radix.Item asChild className="menu-item">
      {download ? (
        <a href={href} download>
          {children}
        </a>
      ) : (
        <Link href={href} prefetch={false}>
          {children}
        </Link>
      )}
    </Radix.Item>
  );
}

/** Words above a group of items. */
export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="menu-label">{children}</Radix.Label>;
}

/** A line between groups of items. */
export function MenuLine() {
  return <Radix.Separator className="menu-line" />;
}
