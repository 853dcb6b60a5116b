import type { ReactNode } from "react";
import { kindWords } from "@/components/companies/company-words";
import { Moment } from "@/components/time/moment";
import { PageHeader } from "@/components/ui/page-header";
import type { ImportRun } from "@/lib/imports/queries";
import { ImportState } from "./import-state";
import { counted, sizeText } from "./words";

/** The head of an import's pages: the file, its state, and what is known of it. */
export function ImportHeader({
  run,
  timeZone,
  locale,
  actions,
}: {
  run: ImportRun;
  timeZone: string;
  locale: string;
  actions?: ReactNode;
}) {
  const { many, path } = kindWords[run.kind];
  return (
    <PageHeader
      title={run.fileName}
      state={<ImportState state={run.state} />}
      breadcrumb={[
        { href: path, label: many },
        { href: "/imports", label: "Imports" },
        { label: run.fileName },
      ]}
      facts={
        <>
          <span>{many}</span>
          <span>{counted(run.rowsTotal, "row", "rows", locale)}</span>
          <span>{`${sizeText(run.byteSize, locale)}, ${run.encoding}`}</span>
          <span>
            {run.createdByName}, <Moment at={run.createdAt} timeZone={timeZone} locale={locale} />
          </span>
        </>
      }
      actions={actions}
    />
  );
}
