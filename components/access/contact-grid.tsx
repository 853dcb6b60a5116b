"use client";

import { useMemo } from "react";
import type { AccessContactRow } from "@/lib/access/list-access-contacts";
import type { Permission, PermissionId } from "@/lib/access/permissions";
import { AccessTick, cellKey } from "./access-tick";
import type { Press } from "./use-grid-keys";
import { HEAD, stopKey, useTickGrid } from "./use-tick-grid";
import type { CellView } from "./view";
import { WhyTip } from "./why-tip";

export type SortLink = { href: string; direction?: "ascending" | "descending" };

/** What a grid of ticks shows and calls. */
export type TickGridProps = {
  rows: readonly AccessContactRow[];
  permissions: readonly Permission[];
  viewOf: (contactId: string, permission: PermissionId) => CellView | undefined;
  isReadOnly: boolean;
  onPress: (press: Press) => void;
  onRelease: (cell: string) => void;
};

/** The contacts with a tick for each permission; arrows move, space ticks. */
export function ContactGrid({
  rows,
  permissions,
  viewOf,
  isReadOnly,
  onPress,
  onRelease,
  sorts,
  isOneCompany,
}: TickGridProps & {
  /** All of one company, which then need not be named. */
  isOneCompany?: boolean;
  sorts: Record<"name" | "company", SortLink>;
}) {
  const views = useMemo(
    () =>
      new Map(
        rows.flatMap((row) =>
          permissions.map((permission) => [cellKey(row.id, permission.id), viewOf(row.id, permission.id)]),
        ),
      ),
    [rows, permissions, viewOf],
  );
  const first = rows[0] && permissions[0] ? cellKey(rows[0].id, permissions[0].id) : "";
  const rowIds = rows.map(({ id }) => id);
  const { box, whyId, tip, isStop, stopAt } = useTickGrid({ rowIds, first, onPress, onRelease });
  return (
    <div className="table-box" role="region" aria-label="Contacts" {...box}>
      <table
        className="data-table access-grid access-contacts has-more"
        role="grid"
        aria-readonly={isReadOnly}
      >
        <caption className="sr-only">Who may see what</caption>
        <thead>
          <tr>
            <HeaderCell label="Contact" sort={sorts.name} stop={stopAt(stopKey(HEAD, "name"))} />
            {isOneCompany ? null : (
              <HeaderCell label="Company" sort={sorts.company} stop={stopAt(stopKey(HEAD, "company"))} />
            )}
            {permissions.map(({ id, label, opens }) => (
              <th key={id} scope="col" className="turn" title={opens}>
                {label}
              </th>
            ))}
            <th>
              <span className="sr-only">Acts</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={row.subject.isActive ? undefined : "quiet"}>
              <th scope="row">
                <a
                  href={`/contacts/${row.id}`}
                  title={row.email ?? "No login yet"}
                  {...stopAt(stopKey(row.id, "name"))}
                >
                  {row.name}
                </a>
              </th>
              {isOneCompany ? null : (
                <td>
                  <a
                    href={`/${row.subject.audience}s/${row.companyId}`}
                    {...stopAt(stopKey(row.id, "company"))}
                  >
                    {row.companyName}
                  </a>
                </td>
              )}
              {permissions.map(({ id, label }) => {
                const cell = cellKey(row.id, id);
                const view = views.get(cell);
                return (
                  <td key={id} className="turn">
                    {view ? (
                      <AccessTick
                        cell={cell}
                        name={`${label}, ${row.name}`}
                        view={view}
                        isReadOnly={isReadOnly}
                        isStop={isStop(cell)}
                        whyId={whyId}
                      />
                    ) : null}
                  </td>
                );
              })}
              <td>
                <button
                  type="button"
                  aria-haspopup="menu"
                  aria-label={`More for ${row.name}`}
                  data-row={row.id}
                  {...stopAt(stopKey(row.id, "more"))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <WhyTip id={whyId} tip={tip} whyOf={(cell) => views.get(cell)?.why} />
    </div>
  );
}

/** The heading of a column that can be sorted by. */
export function HeaderCell({
  label,
  sort,
  stop,
  isWide,
}: {
  label: string;
  sort: SortLink;
  /** What makes the link a place of the grid. */
  stop: object;
  /** Left out of a narrow window. */
  isWide?: boolean;
}) {
  return (
    <th scope="col" aria-sort={sort.direction} className={isWide ? "wide" : undefined}>
      <a href={sort.href} {...stop}>
        {label}
      </a>
    </th>
  );
}
