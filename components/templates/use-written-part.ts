"use client";

import { useRef, useState } from "react";
import { usePress } from "@/components/forms/use-press";
import type { MailPart } from "@/lib/mail/input";
import type { Field } from "@/lib/safe-ejs/fields";
import { typeInto, type TextControl } from "./caret";
import { snippetOf } from "./open-tag";

/** Which part of a template is being written, and which was last: there a field that is chosen from the list goes. */
export function useWrittenPart() {
  const controls = useRef<Partial<Record<MailPart, TextControl>>>({});
  const [last, setLast] = useState<MailPart>("html");
  const [focused, setFocused] = useState<MailPart | null>(null);
  // What is wrong appears when a field is left; it must not move the button from under the press that leaves it.
  const { press, whenReleased } = usePress();
  return {
    last,
    focused,
    press,
    enter: (part: MailPart, control: TextControl) => {
      controls.current[part] = control;
      setFocused(part);
      setLast(part);
    },
    leave: (part: MailPart) => whenReleased(() => setFocused((now) => (now === part ? null : now))),
    insert: (field: Field) => {
      const control = controls.current[last];
      if (control)
        typeInto(control, snippetOf(field), control.selectionStart ?? 0, control.selectionEnd ?? 0);
    },
  };
}
