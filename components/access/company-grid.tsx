"use client";

import { StatusBadge } from "@/components/companies/status-badge";
import { cn } from "@/components/ui/cn";
import type { AccessCompanyRow } from "@/lib/access/list-access-companies";
import { SERVICES } from "@/lib/access/permissions";
import { cellKey, TickCell } from "./access-tick";
import { HeaderCell, type SortLink } from "./header-cell";
import type { Press } from "./use-grid-keys";
import { HEAD, stopKey, useTickGrid, type GridPlaces } from "./use-tick-grid";
import type { CellView } from "./view";
import { WhyTip } from "./why-tip";

type RowProps = {
  isReadOnly: boolean;
  /** In which numbers are written. */
  locale: string;
  /** Without it, none can be chosen: all of them are. */
  onChoose?: (companyId: string, isChosen: boolean) => void;
};

/** The companies with their status and the Services switch; those chosen narrow the contacts below. */
export function CompanyGrid({
  rows,
  chosen,
  viewOf,
  isReadOnly,
  locale,
  onPress,
  onChoose,
  sorts,
}: RowProps & {
  rows: readonly AccessCompanyRow[];
  chosen: readonly string[];
  viewOf: (companyId: string) => CellView | undefined;
  onPress: (press: Press) => void;
  sorts: Record<"name" | "code", SortLink>;
}) {
  const rowIds = rows.map(({ id }) => id);
  const first = cellKey(rowIds[0] ?? "", SERVICES);
  const { box, tip, ...places } = useTickGrid({ rowIds, first, onPress, onRelease: () => {} });
  const { stopAt, whyId } = places;
  return (
    <div className="table-box access-companies" role="region" aria-label="Companies" {...box}>
      <table
        className={cn("data-table access-grid", onChoose && "has-pick")}
        role="grid"
        aria-readonly={isReadOnly}
      >
        <caption className="sr-only">Companies and their Services</caption>
        <thead>
          <tr>
            {onChoose ? (
              <th scope="col">
                <span className="sr-only">Show contacts of</span>
              </th>
            ) : null}
            <HeaderCell label="Company" sort={sorts.name} stop={stopAt(stopKey(HEAD, "name"))} />
            <HeaderCell label="ID" sort={sorts.code} stop={stopAt(stopKey(HEAD, "code"))} isWide />
            <th scope="col" className="wide">
              Status
            </th>
            <th scope="col" className="turn" title="The portal is on for this company.">
              Services
            </th>
            <th scope="col" className="end wide">
              Contacts
            </th>
            <th scope="col" className="wide">
              Site of
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <CompanyRow
              key={row.id}
              row={row}
              isChosen={chosen.includes(row.id)}
              view={viewOf(row.id)}
              {...{ isReadOnly, locale, onChoose, places }}
            />
          ))}
        </tbody>
      </table>
      <WhyTip id={whyId} tip={tip} whyOf={(cell) => viewOf(cell.split(" ")[0] ?? "")?.why} />
    </div>
  );
}

/** One company: whether its contacts are shown, its status, and its Services. */
function CompanyRow({
  row,
  isChosen,
  view,
  isReadOnly,
  locale,
  onChoose,
  places: { whyId, isStop, stopAt },
}: RowProps & {
  row: AccessCompanyRow;
  isChosen: boolean;
  view: CellView | undefined;
  places: GridPlaces;
}) {
  const cell = cellKey(row.id, SERVICES);
  return (
    <tr className={row.status === "closed" ? "quiet" : undefined}>
      {onChoose ? (
        <td>
          <input
            type="checkbox"
            aria-label={`Show contacts of ${row.name}`}
            checked={isChosen}
            onChange={(event) => onChoose(row.id, event.target.checked)}
            {...stopAt(stopKey(row.id, "pick"))}
          />
        </td>
      ) : null}
      <th scope="row">
        <a href={`/${row.subject.audience}s/${row.id}`} {...stopAt(stopKey(row.id, "name"))}>
          {row.name}
        </a>
      </th>
      <td className="wide">{row.code}</td>
      <td className="wide">{row.status === "active" ? "Active" : <StatusBadge status={row.status} />}</td>
      <TickCell name={`Services, ${row.name}`} isStop={isStop(cell)} {...{ cell, view, isReadOnly, whyId }} />
      <td className="end wide">{row.contacts.toLocaleString(locale)}</td>
      <td className="wide">{sitesText(row)}</td>
    </tr>
  );
}

function sitesText({ parentName, sites }: AccessCompanyRow): string {
  const own = sites > 0 ? `${sites} ${sites === 1 ? "site" : "sites"}` : "";
  return [parentName ?? "", own].filter(Boolean).join(" · ");
}
