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
 * Moves among the places of a table by arrows, and by Home and End among the ticks of a row; space or a click presses a tick, with shift
 * a whole range from the last one pressed; Backspace gives one back to group roles; Enter opens the row's menu. Goes on the table's box.
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
    const place = placeOf(event.target);
    if (!place || event.ctrlKey || event.metaKey || event.altKey) return;
    const isDone = place.dataset.cell
      ? pressKey(place, event) || move(place, event.key)
      : move(place, event.key);
    if (isDone) event.preventDefault();
  };
  const pressKey = (tick: HTMLElement, { key, shiftKey }: KeyboardEvent): boolean => {
    if (key === "Enter") return openMenu(tick);
    if (key === " ") press(tick, shiftKey);
    else if (key === "Backspace") onRelease(tick.dataset.cell ?? "");
    else return false;
    return true;
  };
  const onFocus = (event: { target: EventTarget }) => {
    const place = placeOf(event.target);
    if (place) onStop(place.dataset.cell ?? place.dataset.stop ?? "");
  };
  return { onClick, onKeyDown, onFocus };
}

function tickOf(target: EventTarget): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-cell]") : null;
}

const PLACES = "[data-cell], [data-stop]";

/** What in the table the keyboard can be at: a tick, a link, a box or a button. */
function placeOf(target: EventTarget): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(PLACES) : null;
}

/** Whether the row has a menu, which then opens. */
function openMenu(tick: HTMLElement): boolean {
  const button = tick.closest("tr")?.querySelector<HTMLElement>("[data-row]");
  button?.click();
  return Boolean(button);
}

function move(place: HTMLElement, key: string): boolean {
  if (key === "Home" || key === "End") {
    const ticks = place.closest("tr")?.querySelectorAll<HTMLElement>("[data-cell]") ?? [];
    [...ticks].at(key === "Home" ? 0 : -1)?.focus();
    return true;
  }
  const step = steps[key];
  if (step) neighbour(place, step)?.focus();
  return Boolean(step);
}

/** The place so many rows and columns further, or the nearest to it on the way back; the headings are the row above the first. */
function neighbour(place: HTMLElement, [down, right]: [number, number]): HTMLElement | undefined {
  const rows = [...(place.closest("table")?.rows ?? [])];
  const lines = rows.map(({ cells }) => [...cells].map((cell) => cell.querySelector<HTMLElement>(PLACES)));
  const row = lines.findIndex((line) => line.includes(place));
  const column = lines[row]?.indexOf(place) ?? -1;
  const along = right
    ? (lines[row] ?? []).slice(right > 0 ? column + 1 : 0, right > 0 ? undefined : column)
    : lines
        .map((line) => line[column])
        .slice(...(down > 0 ? [row + 1, row + 1 + down] : [Math.max(row + down, 0), row]));
  const places = along.filter((each) => each !== null && each !== undefined);
  return right > 0 || down < 0 ? places[0] : places.at(-1);
}

function linesOf(tick: HTMLElement): HTMLElement[][] {
  const rows = [...(tick.closest("table")?.tBodies[0]?.rows ?? [])];
  return rows.map((row) => [...row.querySelectorAll<HTMLElement>("[data-cell]")]);
}

function cornerOf(lines: HTMLElement[][], cell: string): [number, number] {
  const row = lines.findIndex((line) => line.some((tick) => tick.dataset.cell === cell));
  return [row, lines[row]?.findIndex((tick) => tick.dataset.cell === cell) ?? -1];
}

/** The cells of the rectangle between two, row by row. */
function between(tick: HTMLElement, from: string): string[] {
  const lines = linesOf(tick);
  const [one, other] = [cornerOf(lines, from), cornerOf(lines, tick.dataset.cell ?? "")];
  if (one[0] < 0) return [];
  const [top, bottom] = [one[0], other[0]].sort((a, b) => a - b) as [number, number];
  const [left, right] = [one[1], other[1]].sort((a, b) => a - b) as [number, number];
  return lines
    .slice(top, bottom + 1)
    .flatMap((line) => line.slice(left, right + 1).map((each) => each.dataset.cell ?? ""));
}
