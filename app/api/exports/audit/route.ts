import { changesOf, kindNames } from "@/components/audit/event-words";
import { readAuditList } from "@/lib/audit/list-input";
import { staffStream } from "@/lib/auth/route";
import { csvDownload, datedName } from "@/lib/exports/csv-download";
import { exportAudit } from "@/lib/exports/export-audit";
import { clock } from "@/lib/platform/clock";
import { searchParamsOf } from "../search-params";

export const GET = staffStream("viewAudit", async ({ actor, session, request }) => {
  const { timeZone, locale } = session.organisation;
  const query = readAuditList(searchParamsOf(request));
  const words = {
    kinds: kindNames,
    timeZone,
    changes: (event: Parameters<typeof changesOf>[0]) => changesOf(event, { timeZone, locale }),
  };
  return csvDownload(datedName("audit", clock.now(), timeZone), exportAudit(actor, query, words));
});
