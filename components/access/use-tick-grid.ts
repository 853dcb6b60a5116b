"use client";

import { useState, type FocusEvent } from "react";
import { useGridKeys, type Press } from "./use-grid-keys";
import { useWhyTip } from "./why-tip";

/** The row of the headings among the stops of a grid. */
export const HEAD = "head";

/** Names a link, a box or a button of a row as a place to stop at. */
export const stopKey = (rowId: string, what: string): string => `${rowId} ${what}`;

/** What makes an element a place of a grid, and the one that the Tab key stops at. */
export type GridPlaces = Pick<ReturnType<typeof useTickGrid>, "whyId" | "isStop" | "stopAt">;

/**
 * The keys, the reasons and the one tab stop of a grid of ticks. `box` goes on what is around the table, `stopAt` on each link, box and
 * button in it. The Tab key stops at `first` until another place had the keyboard.
 */
export function useTickGrid({
  rowIds,
  first,
  onPress,
  onRelease,
}: {
  rowIds: readonly string[];
  first: string;
  onPress: (press: Press) => void;
  onRelease: (cell: string) => void;
}) {
  const [stop, setStop] = useState<string>();
  const { onFocus, ...keys } = useGridKeys({ onPress, onRelease, onStop: setStop });
  const { id: whyId, tip, props } = useWhyTip();
  const isThere = (key: string) => [HEAD, ...rowIds].some((id) => key.startsWith(`${id} `));
  const stopping = stop && isThere(stop) ? stop : first;
  return {
    whyId,
    tip,
    isStop: (cell: string) => cell === stopping,
    stopAt: (key: string) => ({ "data-stop": key, tabIndex: key === stopping ? 0 : -1 }),
    box: {
      ...props,
      ...keys,
      onFocus: (event: FocusEvent) => {
        onFocus(event);
        props.onFocus(event);
      },
    },
  };
}
