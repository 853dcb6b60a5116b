"use client";

import type { ReactNode } from "react";
import { ActionForm, FormTextField } from "@/components/forms/action-form";
import { Banner } from "@/components/ui/banner";
import { CopyButton } from "@/components/ui/copy-button";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Action } from "@/lib/auth/action";

/** Takes a code of the app and then shows the recovery codes that it was answered with, this once. */
export function RecoveryCodesForm({
  action,
  submit,
  children,
}: {
  action: Action<{ codes: string[] }>;
  submit: string;
  children?: ReactNode;
}) {
  return (
    <ActionForm action={action} done={({ codes }) => <Codes codes={codes} />}>
      {children}
      <FormTextField
        name="code"
        label="Code from the app"
        help="6 digits, which change every 30 seconds."
        inputMode="numeric"
        autoComplete="one-time-code"
      />
      <div>
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </ActionForm>
  );
}

function Codes({ codes }: { codes: string[] }) {
  return (
    <div className="grid gap-4">
      <Banner tone="good" title="Your second factor is on" live>
        Keep these recovery codes where you find them without the device. Each lets you in once. They are not
        shown again.
      </Banner>
      <ul className="grid gap-1 font-mono sm:grid-cols-2" aria-label="Recovery codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <span className="needs-script">
          <CopyButton text={codes.join("\n")} label="Copy all" />
        </span>
        <LinkButton href="/customers" variant="primary">
          I have kept them
        </LinkButton>
      </div>
    </div>
  );
}
