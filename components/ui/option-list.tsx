"use client";

import { useLayoutEffect, useRef, type RefObject } from "react";
import { cn } from "./cn";
import type { Option } from "./use-suggestions";

/**
 * The options below a combobox. Shown in the browser's top layer while it stays where it is in the document, so that
 * a dialog neither cuts it off nor takes a click on it for a click outside.
 */
export function OptionList({
  id,
  label,
  anchor,
  items,
  active,
  chosen,
  note,
  multiple,
  onChoose,
}: {
  id: string;
  label?: string;
  anchor: RefObject<HTMLElement | null>;
  items: Option[];
  active: number;
  chosen: ReadonlySet<string>;
  /** Stands in place of options: nothing found, still looking, failed. */
  note: string | null;
  multiple?: boolean;
  onChoose: (option: Option) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  useBelow(anchor, list);
  useLayoutEffect(() => {
    list.current?.querySelector("[data-active]")?.scrollIntoView?.({ block: "nearest" });
  }, [active]);

  return (
    // Pressing the mouse here must not take the focus from the field.
    <div
      ref={list}
      popover="manual"
      className="menu option-list"
      onPointerDown={(event) => event.preventDefault()}
    >
      <div id={id} role="listbox" aria-label={label} aria-multiselectable={multiple || undefined}>
        {items.map((option, index) => (
          <div
            key={option.value}
            id={`${id}-${index}`}
            role="option"
            aria-selected={chosen.has(option.value)}
            data-active={index === active || undefined}
            className={cn("option", index === active && "option-active")}
            onClick={() => onChoose(option)}
          >
            <span className="min-w-0 flex-1">
              <span className="block truncate">{option.label}</span>
              {option.detail ? (
                <span className="block truncate text-small text-muted">{option.detail}</span>
              ) : null}
            </span>
          </div>
        ))}
      </div>
      {note ? <p className="px-2 py-1.5 text-muted">{note}</p> : null}
    </div>
  );
}

/** Keeps `list` under `anchor`, or above it where there is more room, as wide as it is. */
function useBelow(anchor: RefObject<HTMLElement | null>, list: RefObject<HTMLElement | null>) {
  useLayoutEffect(() => {
    const place = () => {
      if (!anchor.current || !list.current) return;
      const { left, top, bottom, width } = anchor.current.getBoundingClientRect();
      const below = window.innerHeight - bottom;
      const up = below < 220 && top > below;
      Object.assign(list.current.style, {
        left: `${left}px`,
        width: `${width}px`,
        top: up ? "auto" : `${bottom + 4}px`,
        bottom: up ? `${window.innerHeight - top + 4}px` : "auto",
        maxHeight: `${Math.min(320, (up ? top : below) - 12)}px`,
      });
    };
    list.current?.showPopover?.();
    place();
    window.addEventListener("resize", place);
    window.addEventListener("scroll", place, true);
    return () => {
      window.removeEventListener("resize", place);
      window.removeEventListener("scroll", place, true);
    };
  }, [anchor, list]);
}
