import { kindWords } from "@/components/companies/company-words";
import { SettingsPage } from "@/components/companies/settings-page";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import type { StaffPageContext } from "@/lib/auth/page";
import type { CompanyKind } from "@/lib/companies/input";
import { findCompany } from "@/lib/companies/queries";
import { Refusal } from "@/lib/platform/errors";
import { saveSettingsAction } from "../../actions";

/** The page on which a company's settings are changed when there is no script for the drawer. */
export async function companySettings(kind: CompanyKind, { tx, params }: StaffPageContext) {
  const { path, one, many } = kindWords[kind];
  const company = await findCompany(tx, kind, params.companyId ?? "");
  if (!company) throw new Refusal("not-found", `There is no such ${kind}, or it is not yours to edit.`);
  const { id, name, logLevel } = company;
  return (
    <div className="grid max-w-[720px] gap-6">
      <PageHeader
        title={`${one} Settings`}
        facts={name}
        breadcrumb={[
          { href: path, label: many },
          { href: `${path}/${id}`, label: name },
          { label: "Settings" },
        ]}
      />
      <Card>
        <SettingsPage company={{ id, kind, name, logLevel }} action={saveSettingsAction} />
      </Card>
    </div>
  );
}
