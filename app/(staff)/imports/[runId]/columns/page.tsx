import { redirect } from "next/navigation";
import { kindWords } from "@/components/companies/company-words";
import { ColumnsForm } from "@/components/imports/columns-form";
import { ImportHeader } from "@/components/imports/import-header";
import { ImportSteps } from "@/components/imports/import-steps";
import { Moment } from "@/components/time/moment";
import { Banner } from "@/components/ui/banner";
import { staffPage } from "@/lib/auth/page";
import type { CompanyKind } from "@/lib/companies/input";
import { fieldLabel, importFields } from "@/lib/imports/fields";
import { demandRun, findSameFile } from "@/lib/imports/queries";
import { isCheckable } from "@/lib/imports/states";
import { checkImportAction } from "../../actions";

export const metadata = { title: "Columns of the import" };

const groups = [
  { of: "company", label: "Company" },
  { of: "contact", label: "Contact" },
] as const;

const fieldsOf = (kind: CompanyKind) =>
  groups.map(({ of, label }) => ({
    label,
    fields: importFields
      .filter((field) => field.of === of)
      .map((field) => ({ key: field.key, label: fieldLabel(field, kind) })),
  }));

export default staffPage("importCompanies", async ({ tx, session, params }) => {
  const run = await demandRun(tx, params.runId ?? "");
  if (!isCheckable(run.state)) redirect(`/imports/${run.id}`);
  const same = await findSameFile(tx, run);
  const place = { timeZone: session.organisation.timeZone, locale: session.organisation.locale };
  return (
    <div className="grid max-w-[960px] gap-6">
      <ImportHeader run={run} {...place} />
      <ImportSteps current={1} />
      {same?.finishedAt ? (
        <Banner title="This very file was imported already">
          By {same.by}, <Moment at={same.finishedAt} {...place} />. Importing it again with Create & Update
          changes only what differs by now.
        </Banner>
      ) : null}
      <ColumnsForm
        run={run}
        fields={fieldsOf(run.kind)}
        many={kindWords[run.kind].many.toLowerCase()}
        action={checkImportAction}
      />
    </div>
  );
});
