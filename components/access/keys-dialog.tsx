"use client";

import { useEffect, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";

const keys: [string[], string][] = [
  [["↑", "↓", "←", "→"], "Move between the ticks, names and menus"],
  [["Space"], "Tick or clear"],
  [["Shift", "Space"], "The same for all from the last tick pressed to this one"],
  [["Backspace"], "Back to what group roles say"],
  [["Enter"], "The contact's own menu; on a name, its page"],
  [["Home", "End"], "First and last permission of the contact"],
  [["Page up", "Page down"], "Ten contacts up or down"],
  [["Ctrl", "Enter"], "Go to Update"],
  [["Esc"], "Hide the reason"],
  [["Alt", "T"], "Go to the latest message, where Undo is"],
  [["?"], "Show these keys"],
];

/** The keys of the grids; opens on "?" and by its button. */
export function KeysDialog() {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof Element && event.target.closest("input,textarea,select");
      if (event.key === "?" && !isTyping) setOpen(true);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
  return (
    <Dialog
      title="Keys"
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <button type="button" className="btn btn-ghost max-md:hidden" aria-keyshortcuts="?">
          Keys <Kbd>?</Kbd>
        </button>
      }
    >
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2">
        {keys.map(([names, what]) => (
          <div key={what} className="contents">
            <dt className="flex gap-1">
              {names.map((name) => (
                <Kbd key={name}>{name}</Kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
