"use client";

import { useRef } from "react";

/**
 * Gives the focus back to what had it when a dialog opened. Radix returns it to its own trigger only, and drops it
 * when the dialog was opened by something else.
 */
export function useFocusReturn() {
  const opener = useRef<HTMLElement | null>(null);
  return {
    onOpenAutoFocus: () => {
      opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    },
    onCloseAutoFocus: (event: Event) => {
      if (!opener.current?.isConnected) return;
      event.preventDefault();
      opener.current.focus();
    },
  };
}

/**
 * Puts the focus on the button of the menu that an item was chosen from, so that a dialog which the item opens gives
 * it back there: the item itself will be gone.
 */
export function focusMenuButton(event: Event): void {
  const menu = event.target instanceof Element ? event.target.closest("[role=menu]") : null;
  document.getElementById(menu?.getAttribute("aria-labelledby") ?? "")?.focus();
}
