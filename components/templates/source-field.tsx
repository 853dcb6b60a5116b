"use client";

import { useRef, type ComponentProps, type FocusEvent } from "react";
import { Field, type FieldControl } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OptionList } from "@/components/ui/option-list";
import { Textarea } from "@/components/ui/textarea";
import type { MailPart } from "@/lib/mail/input";
import type { Field as TemplateField } from "@/lib/safe-ejs/fields";
import type { TextControl } from "./caret";
import { useFieldSuggestions } from "./use-field-suggestions";
import { partNames } from "./words";

export type Registered = {
  name: string;
  ref: (control: TextControl | null) => void;
  onChange: (event: { target: unknown }) => unknown;
  onBlur: (event: FocusEvent) => unknown;
  defaultValue: string;
};

/** A part of a template as it is written; offers fields while a tag is typed. */
export function SourceField({
  part,
  fields,
  registered: { ref, onBlur, onChange, ...registered },
  error,
  help,
  rows,
  onEnter,
  onLeave,
}: {
  part: MailPart;
  fields: readonly TemplateField[];
  registered: Registered;
  error?: string;
  help: string;
  rows?: number;
  onEnter: (control: TextControl) => void;
  onLeave: () => void;
}) {
  const control = useRef<TextControl>(null);
  const anchor = useRef<HTMLSpanElement>(null);
  const tips = useFieldSuggestions(control, fields);
  const { offer } = tips;
  const listId = `${part}-fields`;
  const wiring = (given: FieldControl) => ({
    ...given,
    ...registered,
    ref: (element: TextControl | null) => {
      control.current = element;
      ref(element);
    },
    spellCheck: part !== "html",
    autoComplete: "off",
    "aria-autocomplete": "list" as const,
    "aria-controls": offer ? listId : undefined,
    "aria-activedescendant": offer ? `${listId}-${tips.active}` : undefined,
    className: "font-mono text-small leading-6",
    onChange: (event: { target: unknown }) => {
      void onChange(event);
      tips.look();
    },
    onKeyDown: tips.press,
    onClick: tips.close,
    onFocus: (event: FocusEvent<TextControl>) => onEnter(event.target),
    onBlur: (event: FocusEvent) => {
      tips.close();
      void onBlur(event);
      onLeave();
    },
  });
  return (
    <Field id={part} label={partNames[part]} error={error} help={help}>
      {(given) => (
        <div className="relative grid">
          {rows ? (
            <Textarea rows={rows} {...wiring(given)} />
          ) : (
            <Input {...(wiring(given) as ComponentProps<typeof Input>)} />
          )}
          <span
            ref={anchor}
            aria-hidden="true"
            className="pointer-events-none absolute w-[min(340px,80%)]"
            style={{ left: offer ? Math.max(Math.min(offer.left, 240), 0) : 0, top: offer?.top ?? 0 }}
          />
          <span className="sr-only" aria-live="polite">
            {offer ? `${offer.items.length} fields, ${offer.items[tips.active]?.label}` : ""}
          </span>
          {offer ? (
            <OptionList
              key={`${offer.left} ${offer.top}`}
              id={listId}
              label="Fields"
              anchor={anchor}
              items={offer.items}
              active={tips.active}
              chosen={new Set()}
              note={null}
              onChoose={tips.choose}
            />
          ) : null}
        </div>
      )}
    </Field>
  );
}
