"use client";

import { useState, type MouseEvent } from "react";
import { isPlainPress } from "./followed-link";

/** The state of a dialog that a link opens; without script, or asked for in another tab, the link leads to a page with the same. */
export function useDialogLink() {
  const [open, setOpen] = useState(false);
  const onClick = (event: MouseEvent) => {
    if (!isPlainPress(event)) return;
    event.preventDefault();
    setOpen(true);
  };
  return { open, setOpen, onClick };
}
