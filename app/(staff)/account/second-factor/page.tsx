import { QrCode } from "@/components/account/qr-code";
import { RecoveryCodesForm } from "@/components/account/recovery-codes-form";
import { ActionForm, FormPasswordField, FormTextField } from "@/components/forms/action-form";
import { Moment } from "@/components/time/moment";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { SubmitButton } from "@/components/ui/submit-button";
import { staffPage } from "@/lib/auth/page";
import { findOwnSecondFactor } from "@/lib/staff/own-second-factor";
import { issueRecoveryCodesAction, removeOwnSecondFactorAction, startSecondFactorAction } from "../actions";

export const metadata = { title: "Second factor" };

export default staffPage("secureAccount", async ({ tx, actor, session, searchParams }) => {
  const factor = await findOwnSecondFactor(tx, actor);
  const { requiresSecondFactor, timeZone, locale } = session.organisation;
  const isOn = factor.kind === "on";
  return (
    <div className="grid max-w-[720px] gap-6">
      <PageHeader
        title="Second factor"
        breadcrumb={[{ href: "/account", label: "Account" }, { label: "Second factor" }]}
      />
      {requiresSecondFactor && !isOn ? (
        <Banner tone="warn" title={`${session.organisation.name} asks for a second factor`}>
          Set it up here; then everything else opens.
        </Banner>
      ) : null}
      {"removed" in searchParams ? <Banner tone="good" title="Your second factor is removed" /> : null}
      <p>
        With a second factor, signing in takes a code from an app on your telephone as well as your password:
        whoever learns the password alone does not get in. Any app for time-based codes does, such as the one
        your organisation uses.
      </p>
      {factor.kind === "off" ? (
        <Card title="Set it up">
          <StartForm label="Set up" />
        </Card>
      ) : (
        // One card for both, so that the codes just given stay in view when the page behind them changes.
        <Card title={isOn ? "Recovery codes" : "Connect your app"}>
          <RecoveryCodesForm
            action={issueRecoveryCodesAction}
            submit={isOn ? "Make new recovery codes" : "Turn on"}
          >
            {isOn ? (
              <p>
                On since <Moment at={factor.since} timeZone={timeZone} locale={locale} />.{" "}
                {factor.codesLeft === 1
                  ? "1 recovery code is left."
                  : `${factor.codesLeft} recovery codes are left.`}{" "}
                New ones replace them.
              </p>
            ) : (
              <div className="grid gap-3">
                <p>Scan this with the app, or type the secret into it. Then enter the code that it shows.</p>
                <QrCode {...factor.card} label="QR code for the app" />
                <p className="wrap-anywhere">
                  Secret: <code className="font-mono">{factor.card.secret}</code>
                </p>
              </div>
            )}
          </RecoveryCodesForm>
        </Card>
      )}
      {factor.kind === "waiting" ? (
        <Card title="Begin anew">
          <StartForm label="Make another secret" />
        </Card>
      ) : null}
      {isOn ? (
        <Card title="Remove it">
          <ActionForm action={removeOwnSecondFactorAction}>
            <FormPasswordField name="current" label="Current password" autoComplete="current-password" />
            <FormTextField
              name="code"
              id="remove-code"
              label="Code, or a recovery code"
              autoComplete="one-time-code"
            />
            <div>
              <SubmitButton variant="danger">Remove second factor</SubmitButton>
            </div>
          </ActionForm>
        </Card>
      ) : null}
    </div>
  );
});

function StartForm({ label }: { label: string }) {
  return (
    <ActionForm action={startSecondFactorAction}>
      <FormPasswordField
        name="current"
        label="Current password"
        help="To be sure that it is you."
        autoComplete="current-password"
      />
      <div>
        <SubmitButton>{label}</SubmitButton>
      </div>
    </ActionForm>
  );
}
