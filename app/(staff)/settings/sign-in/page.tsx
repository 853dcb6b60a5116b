import { SettingsPage } from "@/components/settings/settings-page";
import { SignInForm } from "@/components/settings/sign-in-form";
import { secondFactorRule } from "@/components/staff/require-second-factor";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { staffPage } from "@/lib/auth/page";
import { may } from "@/lib/auth/route";
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
      intro="How long passwords must be, how long links and temporary passwords work, and after how long people sign in again."
      save={row.saves[signInPart.name]}
      place={organisation}
      isSaved={"saved" in searchParams}
    >
      <Card title="Rules">
        <SignInForm
          values={signInPart.read(row)}
          longest={longest()}
          version={versionOf(row, signInPart.name)}
          action={updateSignInPolicyAction}
        />
      </Card>
      <Card title="Second factor of staff">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="min-w-0 flex-1 basis-64">{secondFactorRule(row)}</p>
          {may(session, "demandSecondFactor") ? (
            <LinkButton href="/staff">
              {row.requiresSecondFactor ? "Make it optional" : "Require it"}
            </LinkButton>
          ) : null}
        </div>
      </Card>
    </SettingsPage>
  );
});
