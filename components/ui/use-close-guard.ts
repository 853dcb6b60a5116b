"use client";

import { useCallback, useEffect, useRef, useState, type RefObject } from "react";

/**
 * Stands between a wish to close (Escape, the backdrop, the cross) and closing: when something was changed it asks
 * first. Without `dirty` it compares the fields inside `body` with what they held when it opened.
 */
export function useCloseGuard(
  body: RefObject<HTMLElement | null>,
  { open, dirty, close }: { open: boolean; dirty?: boolean; close: () => void },
) {
  const opened = useRef("");
  const [asking, setAsking] = useState(false);
  useEffect(() => (open ? onceFilled(() => (opened.current = held(body.current))) : undefined), [open, body]);

  const requestClose = useCallback(() => {
    if (dirty ?? held(body.current) !== opened.current) setAsking(true);
    else close();
  }, [body, dirty, close]);
  const discard = useCallback(() => {
    // The question goes first: while it is there, it would take the focus back from what the dialog returns it to.
    setAsking(false);
    close();
  }, [close]);
  return { asking, setAsking, requestClose, discard };
}

/**
 * Calls `note` when a form's fields are filled: in the next frame, since a form library fills them in effects of its own,
 * or before the first key or press, which on a busy machine comes earlier. The function returned calls it off.
 */
function onceFilled(note: () => void): () => void {
  const acts = ["keydown", "pointerdown", "beforeinput"];
  const callOff = () => {
    cancelAnimationFrame(frame);
    for (const act of acts) document.removeEventListener(act, noteNow, true);
  };
  const noteNow = () => {
    callOff();
    note();
  };
  const frame = requestAnimationFrame(noteNow);
  for (const act of acts) document.addEventListener(act, noteNow, true);
  return callOff;
}

/** What all fields inside hold, as one string that differs when any of them does. */
function held(root: HTMLElement | null): string {
  const fields = root?.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(
    "input,select,textarea",
  );
  return [...(fields ?? [])]
    .map((field) =>
      field instanceof HTMLInputElement && "checked" in field && /checkbox|radio/.test(field.type)
        ? field.checked
        : field.value,
    )
    .join("\u0000");
}
