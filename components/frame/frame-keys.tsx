"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";

/**
 * What a script adds to a frame that works without one: Escape and a click elsewhere close its menus, a change of page
 * closes them all, theme and sidebar change before the server has answered, and a menu that opens comes into view whole.
 */
export function FrameKeys() {
  const path = usePathname();
  useEffect(() => closeMenus(null), [path]);
  useEffect(() => {
    const onClick = (event: MouseEvent) => closeMenus(event.target as Node);
    document.addEventListener("keydown", onKey);
    document.addEventListener("click", onClick);
    document.addEventListener("submit", onChoice, true);
    // It does not bubble.
    document.addEventListener("toggle", onToggle, true);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("click", onClick);
      document.removeEventListener("submit", onChoice, true);
      document.removeEventListener("toggle", onToggle, true);
    };
  }, []);
  return null;
}

function onKey(event: KeyboardEvent) {
  if (event.key === "Escape") leaveMenu();
}

function leaveMenu() {
  const menu = document.activeElement?.closest<HTMLDetailsElement>("details.drop[open]");
  const drawer = openDrawer();
  closeMenus(null);
  menu?.querySelector("summary")?.focus();
  if (!menu) drawer?.focus();
}

/** Closes every open menu, and the phone's sidebar, unless `inside` lies in it. */
function closeMenus(inside: Node | null) {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>("details.drop[open]")) {
    if (!menu.contains(inside)) menu.open = false;
  }
  const drawer = openDrawer();
  if (drawer && !inside) drawer.checked = false;
}

function openDrawer(): HTMLInputElement | null {
  return document.querySelector<HTMLInputElement>("#frame-menu:checked");
}

/** A menu that opens below the edge of the window brings itself into view. */
function onToggle({ target }: Event) {
  if (target instanceof HTMLDetailsElement && target.matches(".drop[open]"))
    target.querySelector(":scope > .menu")?.scrollIntoView({ block: "nearest" });
}

function onChoice(event: SubmitEvent) {
  const form = event.target;
  const value = event.submitter instanceof HTMLButtonElement ? event.submitter.value : "";
  if (!(form instanceof HTMLFormElement)) return;
  if (form.hasAttribute("data-theme-choice")) document.documentElement.dataset.theme = value;
  const frame = document.querySelector<HTMLElement>(".staff-frame");
  if (frame && form.hasAttribute("data-sidebar-choice")) frame.dataset.sidebar = value;
}
