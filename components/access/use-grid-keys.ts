"use client";

import { useCallback, useRef, type KeyboardEvent, type MouseEvent } from "react";

/** What a press on cells asks for: these, as they stand in the grid, the last one being where the keyboard is. */
export type Press = { kind: "toggle"; cell: string } | { kind: "range"; from: string; cells: string[] };

const steps: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-10, 0],
  PageDown: [10, 0],
};

/**
 * Moves among the ticks of a table by arrows, Home and End; space or a click presses one, with shift a whole range from the last one
 * pressed; Backspace gives one back to group roles. Goes on the table's box.
 */
export function useGridKeys({
  onPress,
  onRelease,
  onStop,
}: {
  onPress: (press: Press) => void;
  /** Back to what group roles say. */
  onRelease: (cell: string) => void;
  /** Where the Tab key is to stop from now on. */
  onStop: (cell: string) => void;
}) {
  const anchor = useRef<string>(undefined);
  const press = useCallback(
    (tick: HTMLElement, isRange: boolean) => {
      const cell = tick.dataset.cell ?? "";
      const from = anchor.current;
      const cells = isRange && from ? between(tick, from) : [];
      if (from && cells.length > 1) return onPress({ kind: "range", from, cells });
      anchor.current = cell;
      onPress({ kind: "toggle", cell });
    },
    [onPress],
  );
  const onClick = (event: MouseEvent) => {
    const tick = tickOf(event.target);
    if (!tick) return;
    onStop(tick.dataset.cell ?? "");
    press(tick, event.shiftKey);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const tick = tickOf(event.target);
    if (!tick || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === " ") press(tick, event.shiftKey);
    else if (event.key === "Backspace") onRelease(tick.dataset.cell ?? "");
    else if (!move(tick, event.key)) return;
    event.preventDefault();
  };
  const onFocus = (event: { target: EventTarget }) => {
    const cell = tickOf(event.target)?.dataset.cell;
    if (cell) onStop(cell);
  };
  return { onClick, onKeyDown, onFocus };
}

function tickOf(target: EventTarget): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-cell]") : null;
}

function linesOf(tick: HTMLElement): HTMLElement[][] {
  const rows = [...(tick.closest("table")?.tBodies[0]?.rows ?? [])];
  return rows.map((row) => [...row.querySelectorAll<HTMLElement>("[data-cell]")]);
}

function placeOf(lines: HTMLElement[][], cell: string): [number, number] {
  const row = lines.findIndex((line) => line.some((tick) => tick.dataset.cell === cell));
  return [row, lines[row]?.findIndex((tick) => tick.dataset.cell === cell) ?? -1];
}

function move(tick: HTMLElement, key: string): boolean {
  const lines = linesOf(tick);
  const [row, column] = placeOf(lines, tick.dataset.cell ?? "");
  const line = lines[row] ?? [];
  const [down, right] = steps[key] ?? [0, 0];
  if (key === "Home") line[0]?.focus();
  else if (key === "End") line.at(-1)?.focus();
  else if (key in steps)
    lines[Math.min(Math.max(row + down, 0), lines.length - 1)]?.[
      Math.min(Math.max(column + right, 0), line.length - 1)
    ]?.focus();
  else return false;
  return true;
}

/** The cells of the rectangle between two, row by row. */
function between(tick: HTMLElement, from: string): string[] {
  const lines = linesOf(tick);
  const [one, other] = [placeOf(lines, from), placeOf(lines, tick.dataset.cell ?? "")];
  if (one[0] < 0) return [];
  const [top, bottom] = [one[0], other[0]].sort((a, b) => a - b) as [number, number];
  const [left, right] = [one[1], other[1]].sort((a, b) => a - b) as [number, number];
  return lines
    .slice(top, bottom + 1)
    .flatMap((line) => line.slice(left, right + 1).map((each) => each.dataset.cell ?? ""));
}
