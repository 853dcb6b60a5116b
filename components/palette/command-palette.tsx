"use client";

import { Navigation } from "lucide-react";
import dynamic from "next/dynamic";
import { useEffect, useState } from "react";

// Fetched once the page can be used: it does not wait for this, and the first letters typed find it there.
const load = () => import("./palette-panel").then((module) => module.PalettePanel);
const PalettePanel = dynamic(load, { ssr: false });

/** Ctrl or ⌘ K, or its button, opens a list of every page, act, company and contact to go to by a few letters. */
export function CommandPalette() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    // One that could not be fetched is asked for again when it is opened.
    load().catch(() => undefined);
    const onKey = (event: KeyboardEvent) => {
      if (!isCall(event) || document.querySelector("[role=dialog],[role=alertdialog]")) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <>
      <button
        type="button"
        className="btn btn-ghost needs-script palette-button"
        aria-label="Go to…"
        aria-keyshortcuts="Control+K Meta+K"
        title="Go to a page, a company or a contact, or begin something"
        onClick={() => setOpen(true)}
      >
        <Navigation aria-hidden="true" />
        <span>Go to…</span>
        <kbd aria-hidden="true">Ctrl K</kbd>
      </button>
      {open ? <PalettePanel onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function isCall(event: KeyboardEvent): boolean {
  return (
    event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey
  );
}
