"use client";

import { useMemo, useRef } from "react";

/**
 * Leaving a field by pressing on something else must not move that thing from under the pointer, or the press is lost and a
 * button has to be clicked twice. `whenReleased` therefore waits for the end of a press on the form, if there is one;
 * `forget` drops what waits, for a form that was sent by that press and so is checked as a whole.
 */
export function usePress() {
  const waiting = useRef<(() => void)[]>([]);
  const isPressed = useRef(false);
  return useMemo(() => {
    const forget = () => {
      waiting.current = [];
    };
    const press = () => {
      isPressed.current = true;
      const ended = new AbortController();
      const release = () => {
        ended.abort();
        isPressed.current = false;
        // The click comes after the release, in the same turn.
        setTimeout(() => {
          const acts = waiting.current;
          forget();
          acts.forEach((act) => act());
        });
      };
      for (const end of ["pointerup", "pointercancel"])
        window.addEventListener(end, release, { signal: ended.signal });
    };
    const whenReleased = (act: () => void) => {
      if (isPressed.current) waiting.current.push(act);
      else act();
    };
    return { press, whenReleased, forget };
  }, []);
}
