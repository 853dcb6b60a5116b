import type { StaffActor } from "@/db/actor";
import { asActor } from "@/db/as-actor";
import { listActivity, type ActivityRow } from "@/lib/activity/list-activity";
import type { ActivityQuery, EventLevel } from "@/lib/activity/list-input";
import { findCompanyName } from "@/lib/companies/queries";
import { Refusal } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import type { CsvExport } from "./csv-download";
import { ROWS_A_BATCH, walkPages } from "./walk-pages";

type Log = { actor: StaffActor; companyId: string; timeZone: string; query: ActivityQuery };

/** The name of the company whose log is asked for; refused when it cannot be seen. */
export async function nameOfLog(actor: StaffActor, companyId: string): Promise<string> {
  const name = isId(companyId) ? await asActor(actor, (tx) => findCompanyName(tx, companyId)) : null;
  if (name === null) throw new Refusal("not-found", "There is no such company.");
  return name;
}

/** What a company's activity log shows, the latest first; moments in UTC, to the second and sortable. */
export function exportActivity({ actor, query, ...of }: Log, levels: Record<EventLevel, string>): CsvExport {
  const cells = ({ at, level, source, message, contact, details }: ActivityRow) => [
    at.toISOString().slice(0, 19) + "Z",
    ...[levels[level], source, message, contact?.name ?? ""],
    Object.entries(details ?? {})
      .map(([name, value]) => `${name}: ${value}`)
      .join("; "),
  ];
  return {
    headings: ["Time (UTC)", "Level", "Source", "What happened", "Contact", "Details"],
    batches: walkPages(actor, {
      list: (tx, page) => listActivity(tx, of, { ...query, page }, ROWS_A_BATCH),
      cells: (_, rows) => rows.map(cells),
    }),
  };
}
