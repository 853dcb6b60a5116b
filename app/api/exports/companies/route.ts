import { columnNames, kindWords, statusWords } from "@/components/companies/company-words";
import { staffStream } from "@/lib/auth/route";
import { kindInput } from "@/lib/companies/input";
import { readCompanyList } from "@/lib/companies/list-input";
import { csvDownload, datedName } from "@/lib/exports/csv-download";
import { exportEveryField, exportShownColumns } from "@/lib/exports/export-companies";
import { clock } from "@/lib/platform/clock";
import { searchParamsOf } from "../search-params";

export const GET = staffStream("viewCompanies", async ({ actor, session, request }) => {
  const params = searchParamsOf(request);
  const kind = kindInput.catch("customer").parse(params.kind);
  const { timeZone } = session.organisation;
  const grid = { actor, kind, query: readCompanyList(params) };
  const labels = { name: "Name", ...columnNames, code: kindWords[kind].idLabel };
  const list =
    "all" in params
      ? exportEveryField(grid)
      : exportShownColumns(grid, { labels, statuses: statusWords, timeZone });
  return csvDownload(datedName(`${kind}s`, clock.now(), timeZone), list);
});
