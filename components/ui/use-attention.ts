"use client";

import { useEffect, useRef, type RefObject } from "react";

/**
 * Brings a message into view and under the keyboard whenever it has something new to say. Its element needs tabIndex -1:
 * in a long form the message stands far above the button that was pressed, and would go unnoticed.
 */
export function useAttention<T extends HTMLElement>(wording: string): RefObject<T | null> {
  const place = useRef<T>(null);
  useEffect(() => {
    if (wording) place.current?.focus();
  }, [wording]);
  return place;
}
