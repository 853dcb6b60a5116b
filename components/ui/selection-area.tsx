"use client";

import { createContext, use, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ChangeEvent, MouseEvent, ReactNode } from "react";

type Selection = { ids: string[]; clear: () => void };

const SelectionContext = createContext<Selection>({ ids: [], clear: () => {} });

/** The ids of the rows that are chosen in the SelectionArea around, and a way to choose none. */
export function useSelection(): Selection {
  return use(SelectionContext);
}

/**
 * Knows which rows of the table inside it are chosen, by listening to their checkboxes; the rows stay plain HTML.
 * Shift and click chooses a range. What stands inside can ask `useSelection()`.
 */
export function SelectionArea({ children }: { children: ReactNode }) {
  const area = useRef<HTMLDivElement>(null);
  const last = useRef<HTMLInputElement>(null);
  const [ids, setIds] = useState<string[]>([]);

  const read = useCallback(() => {
    const picks = picksOf(area.current);
    const chosen = picks.filter((pick) => pick.checked);
    markAll(area.current, chosen.length, picks.length);
    setIds((before) => {
      const after = chosen.map((pick) => pick.value);
      return after.join() === before.join() ? before : after;
    });
  }, []);
  // New rows, as after paging, may have taken chosen ones away.
  useEffect(read, [children, read]);

  const choose = useCallback(
    (picks: HTMLInputElement[], checked: boolean) => {
      for (const pick of picks) pick.checked = checked;
      read();
    },
    [read],
  );
  const onChange = (event: ChangeEvent<HTMLDivElement>) => {
    const box: EventTarget = event.target;
    if (!(box instanceof HTMLInputElement) || box.type !== "checkbox") return;
    if (box.hasAttribute("data-pick-all")) choose(picksOf(area.current), box.checked);
    else if (box.name === "pick") read();
  };
  const onClick = (event: MouseEvent) => {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || box.name !== "pick") return;
    if (event.shiftKey && last.current)
      choose(between(picksOf(area.current), last.current, box), box.checked);
    last.current = box;
  };

  const selection = useMemo(
    () => ({ ids, clear: () => choose(picksOf(area.current), false) }),
    [ids, choose],
  );
  return (
    <div ref={area} onChange={onChange} onClick={onClick}>
      <SelectionContext value={selection}>{children}</SelectionContext>
    </div>
  );
}

function picksOf(area: HTMLElement | null): HTMLInputElement[] {
  return [...(area?.querySelectorAll<HTMLInputElement>("input[name=pick]") ?? [])];
}

function between(picks: HTMLInputElement[], one: HTMLInputElement, other: HTMLInputElement) {
  const [from, to] = [picks.indexOf(one), picks.indexOf(other)].sort((a, b) => a - b) as [number, number];
  return from < 0 ? [other] : picks.slice(from, to + 1);
}

function markAll(area: HTMLElement | null, chosen: number, rows: number) {
  const all = area?.querySelector<HTMLInputElement>("input[data-pick-all]");
  if (!all) return;
  all.checked = rows > 0 && chosen === rows;
  all.indeterminate = chosen > 0 && chosen < rows;
}
