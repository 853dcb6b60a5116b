"use client";

import { useMemo } from "react";
import type { AccessContactRow } from "@/lib/access/list-access-contacts";
import type { Permission, PermissionId } from "@/lib/access/permissions";
import { cellKey, TickCell } from "./access-tick";
import { HeaderCell, type SortLink } from "./header-cell";
import type { Press } from "./use-grid-keys";
import { HEAD, stopKey, useTickGrid, type GridPlaces } from "./use-tick-grid";
import type { CellView } from "./view";
import { WhyTip } from "./why-tip";

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
  const { box, tip, ...places } = useTickGrid({ rowIds, first, onPress, onRelease });
  const { stopAt, whyId } = places;
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
            <ContactRow
              key={row.id}
              row={row}
              permissions={permissions}
              viewAt={(cell) => views.get(cell)}
              isReadOnly={isReadOnly}
              isOneCompany={isOneCompany}
              places={places}
            />
          ))}
        </tbody>
      </table>
      <WhyTip id={whyId} tip={tip} whyOf={(cell) => views.get(cell)?.why} />
    </div>
  );
}

/** One contact: who, where, and a tick for each permission. */
function ContactRow({
  row,
  permissions,
  viewAt,
  isReadOnly,
  isOneCompany,
  places: { whyId, isStop, stopAt },
}: Pick<TickGridProps, "permissions" | "isReadOnly"> & {
  row: AccessContactRow;
  viewAt: (cell: string) => CellView | undefined;
  isOneCompany?: boolean;
  places: GridPlaces;
}) {
  const { subject } = row;
  return (
    <tr className={subject.isActive ? undefined : "quiet"}>
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
          <a href={`/${subject.audience}s/${row.companyId}`} {...stopAt(stopKey(row.id, "company"))}>
            {row.companyName}
          </a>
        </td>
      )}
      {permissions.map(({ id, label }) => {
        const cell = cellKey(row.id, id);
        return (
          <TickCell
            key={id}
            name={`${label}, ${row.name}`}
            view={viewAt(cell)}
            isStop={isStop(cell)}
            {...{ cell, isReadOnly, whyId }}
          />
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
  );
}
