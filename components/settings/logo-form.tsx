"use client";

import { OrganisationName } from "@/components/frame/organisation-name";
import { ActionForm, useRefused } from "@/components/forms/action-form";
import { Field } from "@/components/ui/field";
import { FileInput } from "@/components/ui/file-input";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Action } from "@/lib/auth/action";
import { LOGO_BYTES } from "@/lib/organisations/settings-input";

/** Shows the organisation's logo, takes another one in its place, or takes it away. */
export function LogoForm<T>({
  organisation,
  logoId,
  set,
  remove,
}: {
  organisation: { name: string; logoUrl: string | null };
  logoId: string | null;
  set: Action<T>;
  remove: Action<null>;
}) {
  return (
    <div className="grid gap-5">
      {organisation.logoUrl ? (
        <div className="flex flex-wrap items-center justify-between gap-4">
          <OrganisationName organisation={organisation} />
          <ActionForm action={remove} hidden={{ logoId: logoId ?? "" }} className="grid gap-2">
            <SubmitButton variant="secondary">Take the logo away</SubmitButton>
          </ActionForm>
        </div>
      ) : (
        <p className="text-muted">There is no logo: {organisation.name} is written out in its place.</p>
      )}
      <ActionForm action={set} className="grid gap-4">
        <LogoField />
        <FormActions>
          <SubmitButton>Save logo</SubmitButton>
        </FormActions>
      </ActionForm>
    </div>
  );
}

function LogoField() {
  const { error } = useRefused("logo");
  return (
    <Field
      id="logo"
      label="New logo"
      help="A PNG, JPEG or WebP picture of at most 2 MB. Wide ones look best; it is shown up to 240 × 40."
      error={error}
    >
      {(control) => (
        <FileInput
          {...control}
          name="logo"
          accept="image/png,image/jpeg,image/webp"
          onChange={(event) => {
            const isTooLarge = (event.target.files?.[0]?.size ?? 0) > LOGO_BYTES;
            event.target.setCustomValidity(isTooLarge ? "The picture is larger than 2 MB." : "");
          }}
        />
      )}
    </Field>
  );
}
