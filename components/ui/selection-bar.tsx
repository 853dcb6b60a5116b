"use client";

import type { ReactNode } from "react";
import { Button } from "./button";
import { useSelection } from "./selection-area";

/** The acts that fit the chosen rows; in view only while some are chosen. `children` may ask `useSelection()`. */
export function SelectionBar({ children }: { children: ReactNode }) {
  const { ids, clear } = useSelection();
  return (
    <>
      <p className="sr-only" aria-live="polite">
        {ids.length ? `${ids.length} selected` : ""}
      </p>
      {ids.length ? (
        <div className="selection-bar" role="group" aria-label="Acts on the selected rows">
          <span className="mr-2 font-medium tabular-nums">{ids.length} selected</span>
          {children}
          <Button variant="ghost" onClick={clear}>
            Clear
          </Button>
        </div>
      ) : null}
    </>
  );
}
