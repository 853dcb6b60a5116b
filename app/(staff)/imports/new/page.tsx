import { kindWords } from "@/components/companies/company-words";
import { ImportSteps } from "@/components/imports/import-steps";
import { UploadForm } from "@/components/imports/upload-form";
import { PageHeader } from "@/components/ui/page-header";
import { staffPage } from "@/lib/auth/page";
import { kindInput } from "@/lib/companies/input";
import { MOST_BYTES } from "@/lib/imports/limits";
import { uploadRefusalNamed, uploadRefusals } from "@/lib/imports/upload-refusals";

export const metadata = { title: "Import a file" };

export default staffPage("importCompanies", async ({ searchParams }) => {
  const kind = kindInput.catch("customer").parse(searchParams.kind);
  const { many, path } = kindWords[kind];
  return (
    <div className="grid max-w-[720px] gap-6">
      <PageHeader
        title="Import a file"
        breadcrumb={[
          { href: path, label: many },
          { href: "/imports", label: "Imports" },
          { label: "Import a file" },
        ]}
      />
      <ImportSteps current={0} />
      <UploadForm
        kind={kind}
        refused={uploadRefusalNamed(searchParams.refused)}
        mostBytes={MOST_BYTES}
        tooLarge={uploadRefusals["too-large"]}
      />
    </div>
  );
});
