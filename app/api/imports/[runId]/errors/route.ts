import { staffRoute } from "@/lib/auth/route";
import { csvDownload } from "@/lib/exports/csv-download";
import { exportErrors } from "@/lib/exports/export-errors";
import { demandRun } from "@/lib/imports/queries";

export const GET = staffRoute("importCompanies", async ({ tx, actor, params }) => {
  const run = await demandRun(tx, params.runId ?? "");
  return csvDownload(`${run.fileName.replace(/\.\w+$/, "")}-errors.csv`, exportErrors(actor, run));
});
