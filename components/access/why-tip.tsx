"use client";

import { useCallback, useEffect, useId, useState, type FocusEvent, type MouseEvent } from "react";

type Tip = { cell: string; left: number; top: number; isAbove: boolean };

const GAP = 10;
const HALF = 160;

/** The reason of the cell under the pointer or the keyboard; `props` go on what is around the cells. */
export function useWhyTip() {
  const id = useId();
  const [tip, setTip] = useState<Tip | null>(null);
  const show = useCallback((target: EventTarget) => {
    const tick = target instanceof Element ? target.closest<HTMLElement>("[data-cell]") : null;
    setTip(tick ? placed(tick) : null);
  }, []);
  const hide = useCallback(() => setTip(null), []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => event.key === "Escape" && hide();
    // Scrolled away from its cell it would explain another.
    addEventListener("scroll", hide, true);
    addEventListener("keydown", onKey);
    return () => {
      removeEventListener("scroll", hide, true);
      removeEventListener("keydown", onKey);
    };
  }, [hide]);
  return {
    id,
    tip,
    props: {
      onMouseOver: (event: MouseEvent) => show(event.target),
      onMouseLeave: hide,
      onFocus: (event: FocusEvent) => show(event.target),
      onBlur: hide,
    },
  };
}

function placed(tick: HTMLElement): Tip {
  const { left, width, top, bottom } = tick.getBoundingClientRect();
  const middle = Math.min(Math.max(left + width / 2, HALF + 8), Math.max(innerWidth - HALF - 8, HALF + 8));
  const isAbove = top > 120;
  return { cell: tick.dataset.cell ?? "", left: middle, top: isAbove ? top - GAP : bottom + GAP, isAbove };
}

/** Says why; always in the page, so that what is described by it finds it. */
export function WhyTip({
  id,
  tip,
  whyOf,
}: {
  id: string;
  tip: Tip | null;
  whyOf: (cell: string) => string | undefined;
}) {
  const why = tip ? whyOf(tip.cell) : undefined;
  return (
    <div
      id={id}
      role="tooltip"
      className="access-tip pointer-events-none"
      hidden={!why}
      style={
        tip
          ? { left: tip.left, top: tip.top, transform: `translate(-50%, ${tip.isAbove ? "-100%" : "0"})` }
          : undefined
      }
    >
      {why}
    </div>
  );
}
