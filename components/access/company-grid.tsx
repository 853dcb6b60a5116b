"use client";

import { useState } from "react";
import { StatusBadge } from "@/components/companies/status-badge";
import type { AccessCompanyRow } from "@/lib/access/list-access-companies";
import { SERVICES } from "@/lib/access/permissions";
import { AccessTick, cellKey } from "./access-tick";
import { HeaderCell, type SortLink } from "./contact-grid";
import { useGridKeys, type Press } from "./use-grid-keys";
import type { CellView } from "./view";
import { useWhyTip, WhyTip } from "./why-tip";

/** The companies with their status and the Services switch; those chosen narrow the contacts below. */
export function CompanyGrid({
  rows,
  chosen,
  viewOf,
  isReadOnly,
  onPress,
  onChoose,
  sorts,
}: {
  rows: readonly AccessCompanyRow[];
  chosen: readonly string[];
  viewOf: (companyId: string) => CellView | undefined;
  isReadOnly: boolean;
  onPress: (press: Press) => void;
  onChoose: (companyId: string, isChosen: boolean) => void;
  sorts: Record<"name" | "code", SortLink>;
}) {
  const [stop, setStop] = useState<string>();
  const keys = useGridKeys({ onPress, onRelease: () => {}, onStop: setStop });
  const { id: whyId, tip, props } = useWhyTip();
  const cells = rows.map(({ id }) => cellKey(id, SERVICES));
  const stopping = stop && cells.includes(stop) ? stop : cells[0];
  return (
    <div
      className="table-box access-companies"
      role="region"
      aria-label="Companies"
      {...props}
      onClick={keys.onClick}
      onKeyDown={keys.onKeyDown}
      onFocus={(event) => {
        keys.onFocus(event);
        props.onFocus(event);
      }}
    >
      <table className="data-table access-grid has-pick">
        <caption className="sr-only">Companies and their Services</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">Show contacts of</span>
            </th>
            <HeaderCell label="Company" sort={sorts.name} />
            <HeaderCell label="ID" sort={sorts.code} isWide />
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
          {rows.map((row) => {
            const cell = cellKey(row.id, SERVICES);
            const view = viewOf(row.id);
            return (
              <tr key={row.id} className={row.status === "closed" ? "quiet" : undefined}>
                <td>
                  <input
                    type="checkbox"
                    aria-label={`Show contacts of ${row.name}`}
                    checked={chosen.includes(row.id)}
                    onChange={(event) => onChoose(row.id, event.target.checked)}
                  />
                </td>
                <th scope="row">
                  <a href={`/${row.subject.audience}s/${row.id}`}>{row.name}</a>
                </th>
                <td className="wide">{row.code}</td>
                <td className="wide">
                  {row.status === "active" ? "Active" : <StatusBadge status={row.status} />}
                </td>
                <td className="turn">
                  {view ? (
                    <AccessTick
                      cell={cell}
                      name={`Services, ${row.name}`}
                      view={view}
                      isReadOnly={isReadOnly}
                      isStop={cell === stopping}
                      whyId={whyId}
                    />
                  ) : null}
                </td>
                <td className="end wide">{row.contacts.toLocaleString("en-GB")}</td>
                <td className="wide">{sitesText(row)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <WhyTip id={whyId} tip={tip} whyOf={(cell) => viewOf(cell.split(" ")[0] ?? "")?.why} />
    </div>
  );
}

function sitesText({ parentName, sites }: AccessCompanyRow): string {
  const own = sites > 0 ? `${sites} ${sites === 1 ? "site" : "sites"}` : "";
  return [parentName ?? "", own].filter(Boolean).join(" · ");
}
