import { readWho } from "@/lib/access/who-input";
import { staffStream } from "@/lib/auth/route";
import { csvDownload, datedName } from "@/lib/exports/csv-download";
import { exportWho } from "@/lib/exports/export-who";
import { clock } from "@/lib/platform/clock";
import { searchParamsOf } from "../search-params";

export const GET = staffStream("viewAccess", async ({ actor, session, request }) => {
  const { locale, timeZone } = session.organisation;
  const query = readWho(searchParamsOf(request));
  const name = datedName(`${query.audience}-${query.permission}`, clock.now(), timeZone);
  return csvDownload(name, exportWho(actor, { ...query, page: undefined }, { locale, timeZone }));
});
