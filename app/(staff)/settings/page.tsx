import { CompanyCreatorsForm } from "@/components/settings/company-creators-form";
import { LogoForm } from "@/components/settings/logo-form";
import { OrganisationForm } from "@/components/settings/organisation-form";
import { SettingsPage } from "@/components/settings/settings-page";
import { Card } from "@/components/ui/card";
import { staffPage } from "@/lib/auth/page";
import { findSettings, versionOf } from "@/lib/organisations/save-part";
import { companyCreatorsPart } from "@/lib/organisations/update-company-creators";
import { organisationPart } from "@/lib/organisations/update-organisation";
import {
  removeLogoAction,
  setLogoAction,
  updateCompanyCreatorsAction,
  updateOrganisationAction,
} from "./actions";

export const metadata = { title: "Settings" };

export default staffPage("administerSettings", async ({ tx, session, searchParams }) => {
  const { organisation } = session;
  const row = await findSettings(tx, organisation.id);
  return (
    <SettingsPage
      title="Organisation"
      intro="Who you are to customers and suppliers. A save counts from the next page that anybody opens."
      save={row.saves.organisation}
      place={organisation}
      isSaved={"saved" in searchParams}
    >
      <Card title="Name, colour, time and money">
        <OrganisationForm
          values={organisationPart.read(row)}
          version={versionOf(row, organisationPart.name)}
          action={updateOrganisationAction}
        />
      </Card>
      <Card title="Logo">
        <LogoForm
          organisation={organisation}
          logoId={row.logoId}
          set={setLogoAction}
          remove={removeLogoAction}
        />
      </Card>
      <Card title="New companies">
        <CompanyCreatorsForm
          chosen={row.companyCreators}
          version={versionOf(row, companyCreatorsPart.name)}
          action={updateCompanyCreatorsAction}
        />
      </Card>
    </SettingsPage>
  );
});
