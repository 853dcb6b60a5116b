import { SettingsPage } from "@/components/settings/settings-page";
import { SignInForm } from "@/components/settings/sign-in-form";
import { Card } from "@/components/ui/card";
import { staffPage } from "@/lib/auth/page";
import { findSettings, versionOf } from "@/lib/organisations/save-part";
import { longest, signInPart } from "@/lib/organisations/update-sign-in-policy";
import { updateSignInPolicyAction } from "../actions";

export const metadata = { title: "Sign-in rules" };

export default staffPage("administerSettings", async ({ tx, session, searchParams }) => {
  const { organisation } = session;
  const row = await findSettings(tx, organisation.id);
  return (
    <SettingsPage
      title="Sign-in"
      intro="How long passwords must be, and after how long people sign in again. It holds for sessions that are open, too."
      save={row.saves[signInPart.name]}
      place={organisation}
      isSaved={"saved" in searchParams}
    >
      <Card title="Passwords and sessions">
        <SignInForm
          values={signInPart.read(row)}
          longest={longest()}
          version={versionOf(row, signInPart.name)}
          action={updateSignInPolicyAction}
        />
      </Card>
    </SettingsPage>
  );
});
