import { redirect } from "next/navigation";
import { ActionForm, FormPasswordField, FormTextField } from "@/components/forms/action-form";
import { SignInFrame } from "@/components/frame/sign-in-frame";
import { SelectField } from "@/components/ui/text-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { publicPage } from "@/lib/auth/page";
import { isSetUpToken } from "@/lib/organisations/set-up";
import { hasOrganisation } from "@/lib/organisations/queries";
import { PASSWORD_MIN } from "@/lib/passwords/limits";
import { setUpAction } from "../actions";

export const metadata = { title: "Set up Portico" };

const timeZones = ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];

export default publicPage("on a bare database nobody can be known", async ({ searchParams }) => {
  if (await hasOrganisation()) redirect("/login");
  const token = typeof searchParams.token === "string" ? searchParams.token : "";
  if (!isSetUpToken(token))
    return (
      <SignInFrame organisation={{ name: "Portico" }} title="Set up Portico">
        <p>
          This Portico has no organisation yet. Open the set-up address that was printed when it started: it
          ends in a one-time token, so that nobody else can set it up. Start Portico again to have a new one
          printed.
        </p>
      </SignInFrame>
    );
  return (
    <SignInFrame
      organisation={{ name: "Portico" }}
      title="Set up Portico"
      intro="Name your organisation and yourself. You will be its first administrator."
    >
      <ActionForm action={setUpAction} hidden={{ token }}>
        <FormTextField
          name="organisationName"
          label="Organisation"
          autoComplete="organization"
          maxLength={120}
          autoFocus
        />
        <FormTextField
          name="slug"
          label="Address of the portal"
          help="Customers will sign in at /portal/your-address/login."
          maxLength={40}
          autoCapitalize="none"
        />
        <SelectField
          name="timeZone"
          label="Time zone"
          options={timeZones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
        />
        <FormTextField name="name" label="Your name" autoComplete="name" maxLength={120} />
        <FormTextField name="email" type="email" label="Your e-mail" autoComplete="username" />
        <FormPasswordField
          name="password"
          label="Password"
          autoComplete="new-password"
          help={`At least ${PASSWORD_MIN} characters. A sentence of four or more words works well.`}
        />
        <SubmitButton>Set up</SubmitButton>
      </ActionForm>
    </SignInFrame>
  );
});
