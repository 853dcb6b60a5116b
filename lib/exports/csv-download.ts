import { log } from "@/lib/platform/log";
import { csvText } from "./csv-text";

/** A list to be written: its headings, and its rows in batches as they are read. */
export type CsvExport = { headings: readonly string[]; batches: AsyncGenerator<string[][]> };

// Without it Excel takes UTF-8 for the letters of the country it was sold in.
const BYTE_ORDER_MARK = "\ufeff";

/** A CSV file that is read while it is downloaded, a batch at a time. */
export function csvDownload(fileName: string, { headings, batches }: CsvExport): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => stream.enqueue(encoder.encode(BYTE_ORDER_MARK + csvText([headings]))),
    async pull(stream) {
      try {
        const { done, value } = await batches.next();
        if (done) return stream.close();
        stream.enqueue(encoder.encode(csvText(value)));
      } catch (error) {
        // The answer has begun, so all that is left is to break it off: half a list must not look like a whole one.
        log.error({ err: error, fileName }, "An export broke off");
        stream.error(error);
      }
    },
    cancel: async () => void (await batches.return(undefined)),
  });
  return new Response(body, { headers: downloadHeaders(fileName) });
}

const downloadHeaders = (fileName: string) => ({
  "content-type": "text/csv; charset=utf-8",
  "content-disposition": `attachment; filename="${fileName.replace(/[^\w.-]/g, "_")}"`,
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
});

/** The name of a file made at that moment: "customers-2026-11-21.csv", by the date where the organisation is. */
export const datedName = (name: string, at: Date, timeZone: string): string =>
  `${name}-${dateTimeText(at, timeZone).slice(0, 10)}.csv`;

/** A moment as spreadsheets sort it: "2026-11-21 14:05", where the organisation is. */
export function dateTimeText(at: Date | null | undefined, timeZone: string): string {
  if (!at) return "";
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    ...({ year: "numeric", month: "2-digit", day: "2-digit" } as const),
    ...({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const),
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")} ${part("hour")}:${part("minute")}`;
}
