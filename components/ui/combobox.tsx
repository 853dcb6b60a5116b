"use client";

import { useRef, useState } from "react";
import { cn } from "./cn";
import { OptionList } from "./option-list";
import { useCombobox } from "./use-combobox";
import type { Option, Source } from "./use-suggestions";

type ComboboxProps = Source & {
  id: string;
  /** Under this name the chosen values travel in a plain form. */
  name?: string;
  placeholder?: string;
  disabled?: boolean;
  required?: boolean;
  onBlur?: () => void;
  className?: string;
  "aria-label"?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
};

/** A field that is filled by typing a part of what is meant and choosing it: one option. */
export function Combobox({
  value,
  defaultValue = null,
  onChange,
  ...rest
}: ComboboxProps & {
  value?: Option | null;
  defaultValue?: Option | null;
  onChange?: (value: Option | null) => void;
}) {
  const [own, setOwn] = useState(defaultValue);
  const chosen = value === undefined ? own : value;
  const change = ([first]: Option[]) => {
    setOwn(first ?? null);
    onChange?.(first ?? null);
  };
  return <Box {...rest} chosen={chosen ? [chosen] : []} onChoose={change} />;
}

/** The same for several options, each of them shown as a chip that can be taken out. */
export function MultiCombobox({
  value,
  defaultValue = [],
  onChange,
  ...rest
}: ComboboxProps & { value?: Option[]; defaultValue?: Option[]; onChange?: (value: Option[]) => void }) {
  const [own, setOwn] = useState(defaultValue);
  const change = (options: Option[]) => {
    setOwn(options);
    onChange?.(options);
  };
  return <Box {...rest} multiple chosen={value ?? own} onChoose={change} />;
}

function Box({
  chosen,
  onChoose,
  multiple = false,
  options,
  search,
  name,
  className,
  required,
  onBlur,
  ...field
}: ComboboxProps & { chosen: Option[]; onChoose: (options: Option[]) => void; multiple?: boolean }) {
  const anchor = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const box = useCombobox({ field: input, source: { options, search }, chosen, onChoose, multiple, onBlur });
  const listId = `${field.id}-options`;
  const single = multiple ? undefined : chosen[0];
  return (
    <div ref={anchor} className={cn("control combobox", className)} onClick={box.focusField}>
      {multiple
        ? chosen.map((option) => (
            <ChosenChip key={option.value} label={option.label} onRemove={() => box.remove(option)} />
          ))
        : null}
      <input
        {...field}
        ref={input}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={box.open}
        aria-controls={box.open ? listId : undefined}
        aria-activedescendant={box.open && box.items[box.active] ? `${listId}-${box.active}` : undefined}
        aria-required={required || undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={chosen.length ? undefined : field.placeholder}
        {...box.fieldProps}
      />
      {single ? (
        <RemoveButton label={`Clear ${single.label}`} onClick={() => box.remove(single)} />
      ) : (
        <span className="icon-mask pointer-events-none text-muted [--icon:var(--icon-down)]" />
      )}
      {name ? chosen.map(({ value }) => <input key={value} type="hidden" name={name} value={value} />) : null}
      <span className="sr-only" aria-live="polite">
        {box.open ? (box.note ?? `${box.items.length} options`) : ""}
      </span>
      {box.open ? (
        <OptionList
          id={listId}
          anchor={anchor}
          items={box.items}
          active={box.active}
          chosen={new Set(chosen.map((option) => option.value))}
          note={box.note}
          multiple={multiple}
          onChoose={box.choose}
        />
      ) : null}
    </div>
  );
}

function ChosenChip({ label, onRemove }: { label: string; onRemove: () => void }) {
  return (
    <span className="combobox-chip">
      <span className="truncate">{label}</span>
      <RemoveButton label={`Remove ${label}`} onClick={onRemove} />
    </span>
  );
}

function RemoveButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onClick}
      className="grid size-6 flex-none place-content-center self-center rounded-small text-muted hover:text-ink"
    >
      <span className="icon-mask text-[0.9em] [--icon:var(--icon-cross)]" />
    </button>
  );
}
