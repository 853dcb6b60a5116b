import { kindWords } from "@/components/companies/company-words";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/link-button";
import type { ImportRun } from "@/lib/imports/queries";
import { counted, lastingText } from "./words";

type Props = { run: ImportRun; locale: string };

/** What a check or an import has come to, and what to do next. */
export function RunVerdict({ run, locale }: Props) {
  if (run.state === "done") return <Done run={run} locale={locale} />;
  if (run.state === "failed")
    return (
      <Banner tone="bad" title="Nothing was imported" actions={<ToColumns run={run}>Check again</ToColumns>}>
        {run.problem}
      </Banner>
    );
  if (run.state === "cancelled")
    return (
      <Banner tone="neutral" title="Cancelled" actions={<ToColumns run={run}>Check again</ToColumns>}>
        Nothing was imported.
      </Banner>
    );
  if (run.state === "checked") return <Checked run={run} locale={locale} />;
  return null;
}

function ToColumns({ run, children }: { run: ImportRun; children: string }) {
  return <LinkButton href={`/imports/${run.id}/columns`}>{children}</LinkButton>;
}

function Done({ run: { kind, outcome, startedAt, finishedAt }, locale }: Props) {
  const { many, path } = kindWords[kind];
  const { create = 0, update = 0, contacts = 0 } = outcome ?? {};
  const lasted = startedAt && finishedAt ? finishedAt.getTime() - startedAt.getTime() : 0;
  return (
    <Banner
      tone="good"
      title={`${counted(create, "company", "companies", locale)} created, ${update.toLocaleString(locale)} changed`}
      actions={<LinkButton href={path}>Open {many}</LinkButton>}
    >
      {counted(contacts, "contact was", "contacts were", locale)} added. It took {lastingText(lasted)}. Nobody
      was invited: send activation e-mails from Contacts.
    </Banner>
  );
}

function Checked({ run, locale }: Props) {
  const { error = 0, create = 0, update = 0, contacts = 0 } = run.outcome ?? {};
  if (error > 0)
    return (
      <Banner
        tone="bad"
        title={`${counted(error, "row has an error", "rows have errors", locale)}, so nothing can be imported yet`}
        actions={
          <>
            <LinkButton href={`/imports/${run.id}?rows=error`}>Show errors</LinkButton>
            <a className="btn btn-secondary" href={`/api/imports/${run.id}/errors`} download>
              Download errors
            </a>
          </>
        }
      >
        A file is imported whole or not at all. Correct the rows in the file and{" "}
        <a className="underline" href={`/imports/new?kind=${run.kind}`}>
          upload it again
        </a>
        , or{" "}
        <a className="underline" href={`/imports/${run.id}/columns`}>
          change what the columns are
        </a>
        .
      </Banner>
    );
  if (create + update === 0)
    return (
      <Banner tone="info" title="Nothing to import">
        Every row is in Portico already, just as the file has it.
      </Banner>
    );
  return (
    <Banner tone="info" title="Nothing is imported yet">
      The import will create {counted(create, "company", "companies", locale)}, change{" "}
      {update.toLocaleString(locale)} and add {counted(contacts, "contact", "contacts", locale)}: all of it,
      or nothing if anything fails.
    </Banner>
  );
}
