"use client";

import { useState, type KeyboardEvent, type MouseEvent, type RefObject } from "react";
import { useSuggestions, type Option, type Source } from "./use-suggestions";

/** The behaviour of a combobox after the ARIA pattern: what is typed, what is open, what the keys do. */
export function useCombobox({
  field,
  source,
  chosen,
  onChoose,
  multiple,
  onBlur,
}: {
  field: RefObject<HTMLInputElement | null>;
  source: Source;
  chosen: Option[];
  onChoose: (options: Option[]) => void;
  multiple: boolean;
  onBlur?: () => void;
}) {
  const [open, setOpen] = useState(false);
  /** Null until something is typed: then the field shows what is chosen, and every option is offered. */
  const [typed, setTyped] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const { items, loading, failed } = useSuggestions(typed?.trim() ?? "", open, source);
  const at = Math.min(active, Math.max(items.length - 1, 0));

  const close = () => {
    setOpen(false);
    setTyped(null);
    setActive(0);
  };
  const show = () => {
    setOpen(true);
    setActive(0);
  };
  const choose = (option: Option) => {
    if (!multiple) {
      onChoose([option]);
      return close();
    }
    const without = chosen.filter(({ value }) => value !== option.value);
    onChoose(without.length < chosen.length ? without : [...chosen, option]);
    setTyped(null);
  };
  const remove = (option: Option) => {
    onChoose(chosen.filter(({ value }) => value !== option.value));
    setTyped(null);
    field.current?.focus();
  };
  const leave = () => {
    // A single field that was emptied means "none"; half a word means nothing.
    if (!multiple && typed?.trim() === "" && chosen.length) onChoose([]);
    close();
    onBlur?.();
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const last = chosen.at(-1);
    const option = items[at];
    if (step) {
      event.preventDefault();
      if (open) setActive((at + step + items.length) % Math.max(items.length, 1));
      else show();
    } else if (event.key === "Enter" && open) {
      event.preventDefault();
      if (option && !loading) choose(option);
    } else if (event.key === "Escape" && open) {
      event.stopPropagation();
      close();
    } else if (event.key === "Backspace" && multiple && !typed && last) {
      remove(last);
    }
  };

  return {
    open,
    items,
    active: at,
    note: noteOn({ loading, failed, empty: items.length === 0 }),
    choose,
    remove,
    focusField: (event: MouseEvent) => {
      if (event.target === event.currentTarget) field.current?.focus();
    },
    fieldProps: {
      value: typed ?? (multiple ? "" : (chosen[0]?.label ?? "")),
      onChange: (event: { target: { value: string } }) => {
        setTyped(event.target.value);
        show();
      },
      onClick: show,
      onFocus: () => (multiple ? undefined : field.current?.select()),
      onBlur: leave,
      onKeyDown: press,
    },
  };
}

function noteOn({
  loading,
  failed,
  empty,
}: {
  loading: boolean;
  failed: boolean;
  empty: boolean;
}): string | null {
  if (failed) return "The search could not be reached. Type again to retry.";
  if (!empty) return null;
  return loading ? "Searching…" : "Nothing found";
}
