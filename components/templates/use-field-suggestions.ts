"use client";

import { useState, type KeyboardEvent, type RefObject } from "react";
import { matching, type Option } from "@/components/ui/use-suggestions";
import type { Field } from "@/lib/safe-ejs/fields";
import { placeInField, typeInto } from "./caret";
import { fieldOptions, openWord, type OpenWord } from "./open-tag";

type TextControl = HTMLTextAreaElement | HTMLInputElement;
type Offer = { at: OpenWord; items: Option[]; left: number; top: number };

/** Offers the fields that fit while a tag is being typed: arrows choose, Enter or Tab takes, Escape closes. */
export function useFieldSuggestions(field: RefObject<TextControl | null>, fields: readonly Field[]) {
  const [offer, setOffer] = useState<Offer | null>(null);
  const [active, setActive] = useState(0);

  const look = () => {
    const control = field.current;
    const caret = control?.selectionStart ?? 0;
    const at = control && control.selectionEnd === caret ? openWord(control.value, caret) : null;
    const items = at && control ? matching(fieldOptions(fields, control.value, at), at.word) : [];
    const isDone = items.length === 1 && items[0]?.value === at?.word;
    setActive(0);
    setOffer(
      control && at && items.length > 0 && !isDone ? { at, items, ...placeInField(control, at.from) } : null,
    );
  };
  const choose = ({ value }: Option) => {
    const control = field.current;
    if (!control || !offer) return;
    const { from, word, isOutput } = offer.at;
    const rest = control.value.slice(from + word.length);
    const isClosed = /^[^<]*%>/.test(rest) || !isOutput;
    typeInto(control, isClosed ? value : `${value} %>`, from, from + word.length);
    setOffer(null);
  };
  const press = (event: KeyboardEvent) => {
    if (!offer || event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const option = offer.items[active];
    if (step) setActive((active + step + offer.items.length) % offer.items.length);
    else if ((event.key === "Enter" || event.key === "Tab") && option) choose(option);
    else if (event.key === "Escape") setOffer(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { offer, active, choose, press, look, close: () => setOffer(null) };
}
