"use client";

import { Button } from "@/components/ui/button";
import { DropdownMenu, MenuItem, MenuLabel, MenuLine } from "@/components/ui/dropdown-menu";
import { FULL } from "@/lib/access/operations";
import { permissions, SERVICES, type Audience } from "@/lib/access/permissions";
import type { BulkWish } from "./use-bulk";

/** What can be done for many at once; each asks first and says whom it reaches. */
export function AccessMenu({ audience, onWish }: { audience: Audience; onWish: (wish: BulkWish) => void }) {
  return (
    <DropdownMenu
      trigger={
        <Button>
          Menu
          <span className="icon-mask text-faint [--icon:var(--icon-down)]" />
        </Button>
      }
    >
      <MenuLabel>Full access</MenuLabel>
      <MenuItem onSelect={() => onWish({ subject: FULL, effect: "allow" })}>Enable full access…</MenuItem>
      <MenuItem onSelect={() => onWish({ subject: FULL, effect: "deny" })}>Disable full access…</MenuItem>
      <MenuItem onSelect={() => onWish({ subject: FULL, effect: "inherit" })}>Back to group roles…</MenuItem>
      <MenuLine />
      <MenuLabel>One at a time</MenuLabel>
      <MenuItem onSelect={() => onWish({ subject: SERVICES, effect: "allow" })}>Services…</MenuItem>
      {permissions[audience].map(({ id, label }) => (
        <MenuItem key={id} onSelect={() => onWish({ subject: id, effect: "allow" })}>
          {label}…
        </MenuItem>
      ))}
    </DropdownMenu>
  );
}
