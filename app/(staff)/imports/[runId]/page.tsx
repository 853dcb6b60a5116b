import { redirect } from "next/navigation";
import { kindWords } from "@/components/companies/company-words";
import { ImportHeader } from "@/components/imports/import-header";
import { ImportSteps } from "@/components/imports/import-steps";
import { OutcomeTabs } from "@/components/imports/outcome-tabs";
import { RowsTable } from "@/components/imports/rows-table";
import { RunActs } from "@/components/imports/run-acts";
import { RunProgress } from "@/components/imports/run-progress";
import { RunVerdict } from "@/components/imports/run-verdict";
import { LinkArea } from "@/components/ui/link-area";
import { Pager } from "@/components/ui/pager";
import { staffPage } from "@/lib/auth/page";
import { fieldLabel, findField } from "@/lib/imports/fields";
import { pageOfRows, readRowsQuery } from "@/lib/imports/page-of-rows";
import { demandRun } from "@/lib/imports/queries";
import { isActive } from "@/lib/imports/states";
import { clock } from "@/lib/platform/clock";
import { cancelImportAction, removeImportAction, startImportAction } from "../actions";

export const metadata = { title: "Import" };

const steps = { checked: 2, checking: 2, done: 4 } as Record<string, number>;

export default staffPage("importCompanies", async ({ tx, session, params, searchParams }) => {
  const run = await demandRun(tx, params.runId ?? "");
  if (run.state === "uploaded") redirect(`/imports/${run.id}/columns`);
  const { timeZone, locale } = session.organisation;
  const { path, idLabel } = kindWords[run.kind];
  const isDone = run.state === "done";
  const query = readRowsQuery(searchParams);
  const { rows, newer, older } = await pageOfRows(tx, run, query);
  const labelOf = (key: string) => {
    const field = findField(key);
    return field ? fieldLabel(field, run.kind) : key;
  };
  return (
    <LinkArea className="grid gap-4">
      <ImportHeader
        run={run}
        timeZone={timeZone}
        locale={locale}
        actions={<RunActs run={run} locale={locale} start={startImportAction} remove={removeImportAction} />}
      />
      <ImportSteps current={steps[run.state] ?? 3} />
      {isActive(run.state) ? (
        <RunProgress run={run} now={clock.now()} locale={locale} cancel={cancelImportAction} />
      ) : (
        <RunVerdict run={run} locale={locale} />
      )}
      {run.outcome && rows.length + run.rowsTotal > 0 ? (
        <>
          <OutcomeTabs run={run} chosen={query.outcome} locale={locale} />
          <RowsTable rows={rows} path={path} idLabel={idLabel} fieldLabel={labelOf} isDone={isDone} />
          <Pager newerHref={newer} olderHref={older} newerLabel="Previous" olderLabel="Next" />
        </>
      ) : null}
    </LinkArea>
  );
});
