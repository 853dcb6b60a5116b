import type { StaffActor } from "@/db/actor";
import { asActor } from "@/db/as-actor";
import { saveSettings } from "@/lib/companies/save-settings";
import type { LogLevel } from "@/lib/companies/settings-input";
import { asSuperuser } from "@/tests/support/database";

/** Sets a company's log level as its settings do. */
export const setLevel = (actor: StaffActor, companyId: string, logLevel: LogLevel) =>
  asActor(actor, (tx) => saveSettings({ tx, actor }, { companyId, logLevel }));

/** What stands in every activity log, the oldest first. */
export async function logged(): Promise<string[]> {
  const rows = await asSuperuser<{ line: string }>(
    "SELECT level || ' ' || source || ': ' || message AS line FROM company_events ORDER BY at, id",
  );
  return rows.map(({ line }) => line);
}
