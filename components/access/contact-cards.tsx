"use client";

import type { AccessContactRow } from "@/lib/access/list-access-contacts";
import type { Permission } from "@/lib/access/permissions";
import type { TickGridProps } from "./contact-grid";
import { PermissionSwitches } from "./permission-switches";

/** The contacts as a list with a switch for each permission: for a phone. */
export function ContactCards({ rows, permissions, viewOf, isReadOnly, onPress }: TickGridProps) {
  return (
    <ul className="row-list grid gap-2" aria-label="Contacts">
      {rows.map((row) => (
        <li key={row.id} className="card">
          <details>
            <summary className="flex min-h-12 items-center justify-between gap-3 px-3 py-2">
              <span className="min-w-0">
                <span className="block truncate font-medium">{row.name}</span>
                <span className="block truncate text-small text-muted">{row.companyName}</span>
              </span>
              <span className="flex-none text-small text-muted tabular-nums">
                {summaryOf(row, permissions, viewOf)}
              </span>
            </summary>
            <div className="grid gap-3 border-t border-line p-3">
              <PermissionSwitches contactId={row.id} {...{ permissions, viewOf, isReadOnly, onPress }} />
              <button type="button" className="btn btn-secondary" aria-haspopup="menu" data-row={row.id}>
                More for {row.name}
              </button>
            </div>
          </details>
        </li>
      ))}
    </ul>
  );
}

function summaryOf(
  row: AccessContactRow,
  permissions: readonly Permission[],
  viewOf: TickGridProps["viewOf"],
): string {
  const views = permissions.flatMap(({ id }) => viewOf(row.id, id) ?? []);
  const on = views.filter(({ isOn }) => isOn).length;
  const staged = views.filter(({ isStaged }) => isStaged).length;
  return `${on} of ${permissions.length}${staged > 0 ? `, ${staged} staged` : ""}`;
}
