"use client";

import { useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import type { StagedOperation } from "@/lib/access/staged-entries";
import { useFocusHome } from "./use-focus-home";

/** What waits for Update, in order, each of which can be taken out again; in view only while something waits. */
export function AccessTray({
  staged,
  isSaving,
  onRemove,
  onClear,
  onUpdate,
  children,
}: {
  staged: readonly StagedOperation[];
  isSaving: boolean;
  onRemove: (id: string) => void;
  onClear: () => void;
  onUpdate: () => void;
  /** Further acts, such as a look at what a contact will see. */
  children?: ReactNode;
}) {
  const [isOpen, setOpen] = useState(false);
  const focusHome = useFocusHome(staged.length);
  const count = `${staged.length} staged ${staged.length === 1 ? "change" : "changes"}`;
  return (
    <>
      <p className="sr-only" aria-live="polite">
        {staged.length > 0 ? count : ""}
      </p>
      {staged.length > 0 ? (
        <section className="access-tray" aria-label="Staged changes" {...focusHome}>
          <div className="flex items-center gap-2 p-2 pl-3.5 md:flex-wrap">
            <button
              type="button"
              className="mr-auto inline-flex min-w-0 items-center gap-2 text-left font-medium"
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
            >
              <span
                className={`icon-mask text-faint ${isOpen ? "[--icon:var(--icon-down)]" : "[--icon:var(--icon-right)]"}`}
              />
              {count}
              {staged.length === 1 ? (
                <span className="font-normal text-muted max-md:hidden">{staged[0]?.label}</span>
              ) : null}
            </button>
            {children}
            <Button variant="ghost" onClick={onClear}>
              Discard all
            </Button>
            <Button variant="primary" pending={isSaving} onClick={onUpdate}>
              Update
            </Button>
          </div>
          {isOpen ? (
            <ol>
              {staged.map(({ id, label }) => (
                <li key={id}>
                  <span className="min-w-0 wrap-anywhere">{label}</span>
                  <IconButton small label={`Take out: ${label}`} onClick={() => onRemove(id)}>
                    <span className="icon-mask [--icon:var(--icon-cross)]" />
                  </IconButton>
                </li>
              ))}
            </ol>
          ) : null}
        </section>
      ) : null}
    </>
  );
}
