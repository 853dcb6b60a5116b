import { countNewer } from "@/lib/activity/list-activity";
import { readActivity } from "@/lib/activity/list-input";
import { staffRoute } from "@/lib/auth/route";
import { findCompanyName } from "@/lib/companies/queries";
import { isMoment } from "@/lib/paging/keyset";
import { Refusal } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import { searchParamsOf } from "@/app/api/exports/search-params";

const MOST = 100;

/** How many events came after the one that is shown first; what a page that follows the log asks. */
export const GET = staffRoute("viewCompanies", async ({ tx, request, params, session }) => {
  const companyId = params.companyId ?? "";
  if (!isId(companyId) || (await findCompanyName(tx, companyId)) === null)
    throw new Refusal("not-found", "There is no such company.");
  const given = searchParamsOf(request);
  const [at, id] = [String(given.after ?? ""), String(given.id ?? "")];
  const log = { companyId, timeZone: session.organisation.timeZone };
  const after = isMoment(at) && isId(id) ? { at, id } : null;
  const newer = await countNewer(tx, log, readActivity(given), { after, most: MOST });
  return Response.json({ newer }, { headers: { "cache-control": "no-store" } });
});
