import { levelWords } from "@/components/activity/level-words";
import { readActivity } from "@/lib/activity/list-input";
import { staffStream } from "@/lib/auth/route";
import { csvDownload, datedName } from "@/lib/exports/csv-download";
import { exportActivity, nameOfLog } from "@/lib/exports/export-activity";
import { clock } from "@/lib/platform/clock";
import { searchParamsOf } from "../search-params";

export const GET = staffStream("viewCompanies", async ({ actor, session, request }) => {
  const params = searchParamsOf(request);
  const companyId = String(params.company ?? "");
  const name = await nameOfLog(actor, companyId);
  const { timeZone } = session.organisation;
  const list = exportActivity({ actor, companyId, timeZone, query: readActivity(params) }, levelWords);
  return csvDownload(datedName(`activity-${name}`, clock.now(), timeZone), list);
});
