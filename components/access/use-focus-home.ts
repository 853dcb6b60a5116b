"use client";

import { useEffect, useRef, type FocusEvent, type MouseEvent } from "react";

/**
 * Takes the keyboard by Ctrl or ⌘ and Enter to the main button of a list of `count` things, and keeps its place while the list shrinks
 * under it: on `[aria-expanded]` of the list while there is one, and otherwise where the keyboard came from. Returns what goes on the
 * element around; a press by mouse moves no focus.
 */
export function useFocusHome(count: number) {
  const home = useRef<HTMLElement | null>(null);
  const list = useRef<HTMLElement | null>(null);
  const isByKeyboard = useRef(false);
  useEffect(() => {
    if (!isByKeyboard.current || document.activeElement !== document.body) return;
    isByKeyboard.current = false;
    const next = count > 0 ? list.current?.querySelector<HTMLElement>("[aria-expanded]") : home.current;
    next?.focus({ preventScroll: true });
  }, [count]);
  useEffect(() => {
    const onKey = ({ key, ctrlKey, metaKey }: KeyboardEvent) => {
      if (key === "Enter" && (ctrlKey || metaKey))
        list.current?.querySelector<HTMLElement>(".btn-primary")?.focus();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
  return {
    ref: list,
    onFocus: ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
      if (relatedTarget instanceof HTMLElement && !currentTarget.contains(relatedTarget))
        home.current = relatedTarget;
    },
    onClick: ({ detail }: MouseEvent) => {
      isByKeyboard.current = detail === 0;
    },
  };
}
