import { columnNames } from "@/components/contacts/contacts-table";
import { stateNames } from "@/components/credentials/words";
import { staffStream } from "@/lib/auth/route";
import { readContactList } from "@/lib/contacts/list-input";
import { csvDownload, datedName } from "@/lib/exports/csv-download";
import { exportContacts } from "@/lib/exports/export-contacts";
import { clock } from "@/lib/platform/clock";
import { searchParamsOf } from "../search-params";

export const GET = staffStream("viewContacts", async ({ actor, session, request }) => {
  const { timeZone } = session.organisation;
  const query = readContactList(searchParamsOf(request));
  const words = { labels: { name: "Name", ...columnNames }, states: stateNames, timeZone };
  return csvDownload(datedName("contacts", clock.now(), timeZone), exportContacts(actor, query, words));
});
