"use client";

import { Command } from "cmdk";
import { Dialog as Radix } from "radix-ui";
import { useRef, useState } from "react";
import { useFocusReturn } from "@/components/ui/use-focus-return";
import type { Option } from "@/components/ui/use-suggestions";
import { usePalette } from "./use-palette";

/** The list behind Ctrl K: type, choose with the arrows, go with Enter. */
export function PalettePanel({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState("");
  const { groups, note } = usePalette(typed.trim());
  const focusReturn = useFocusReturn();
  const way = useRef<HTMLAnchorElement>(null);
  // By a link of the page, so that whoever asks before the page is left, asks here too.
  const go = (href: string) => {
    if (way.current) way.current.href = href;
    way.current?.click();
    onClose();
  };
  return (
    <Radix.Root open onOpenChange={onClose}>
      <Radix.Portal>
        <Radix.Overlay className="overlay" />
        <Radix.Content className="dialog palette" aria-describedby={undefined} {...focusReturn}>
          <Radix.Title className="sr-only">Go to</Radix.Title>
          <Command shouldFilter={false} loop label="Go to">
            <Command.Input
              value={typed}
              onValueChange={setTyped}
              maxLength={100}
              placeholder="A page, something to do, a company or a contact"
              className="palette-field"
            />
            <Command.List className="palette-list">
              {groups.map(({ heading, items }) => (
                <PaletteGroup key={heading} heading={heading} items={items} onGo={go} />
              ))}
              {note ? <p className="palette-note">{note}</p> : null}
            </Command.List>
          </Command>
          <span className="sr-only" aria-live="polite">
            {note ?? `${groups.reduce((sum, { items }) => sum + items.length, 0)} found`}
          </span>
          <a ref={way} hidden tabIndex={-1} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function PaletteGroup({
  heading,
  items,
  onGo,
}: {
  heading: string;
  items: Option[];
  onGo: (href: string) => void;
}) {
  return (
    <Command.Group heading={heading}>
      {items.map(({ value, label, detail }) => (
        <Command.Item key={value} value={value} onSelect={() => onGo(value)} className="palette-item">
          <span className="truncate">{label}</span>
          {detail ? <span className="ms-auto truncate text-small text-muted">{detail}</span> : null}
        </Command.Item>
      ))}
    </Command.Group>
  );
}
