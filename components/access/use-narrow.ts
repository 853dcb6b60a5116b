"use client";

import { useSyncExternalStore } from "react";

const PHONE_BELOW = 768;

const subscribe = (changed: () => void) => {
  addEventListener("resize", changed);
  return () => removeEventListener("resize", changed);
};

/** Whether the window is as narrow as a phone's; the server draws for a wide one. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => innerWidth < PHONE_BELOW,
    () => false,
  );
}
