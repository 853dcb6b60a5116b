import { SettingsPage } from "@/components/settings/settings-page";
import { TermsForm } from "@/components/settings/terms-form";
import { TermsHistory } from "@/components/settings/terms-history";
import { Card } from "@/components/ui/card";
import { staffPage } from "@/lib/auth/page";
import { findSettings, versionOf } from "@/lib/organisations/save-part";
import { listTerms, termsPart } from "@/lib/organisations/update-terms";
import { updateTermsAction } from "../actions";

export const metadata = { title: "Terms" };

export default staffPage("administerSettings", async ({ tx, session, searchParams }) => {
  const { organisation } = session;
  const row = await findSettings(tx, organisation.id);
  return (
    <SettingsPage
      title="Terms"
      intro="What people accept when they activate their login."
      place={organisation}
      isSaved={"saved" in searchParams}
      saved="Whoever activates a login or chooses a new password from now on accepts this version."
    >
      <Card title="The terms in force">
        <TermsForm terms={row.terms} version={versionOf(row, termsPart.name)} action={updateTermsAction} />
        <p className="mt-4 text-small text-muted">
          Nobody is signed out by new terms. Who accepted earlier ones reads the new ones when they next
          choose a password.
        </p>
      </Card>
      <Card title="Versions, and how many logins accepted which last" flush>
        <TermsHistory versions={await listTerms(tx)} place={organisation} />
      </Card>
    </SettingsPage>
  );
});
