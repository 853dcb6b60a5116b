"use client";

import { useRouter } from "next/navigation";
import { useRef, type ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { staleIn } from "@/components/forms/stale-in";
import { StaleNotice } from "@/components/forms/stale-notice";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Action } from "@/lib/auth/action";
import { staleInput } from "@/lib/platform/inputs";
import { UnsavedArea } from "./unsaved-area";

type Props<T> = {
  action: Action<T>;
  version: number;
  /** The address of the page that it stands on. */
  home: string;
  fieldNames: Record<string, string>;
  submit: string;
  hidden?: Record<string, string>;
  children: ReactNode;
};

/** A part of the settings, sent with or without script; leaving with changes asks first. */
export function SettingsForm<T>(props: Props<T>) {
  return (
    <UnsavedArea key={props.version} home={props.home}>
      <VersionedForm {...props} />
    </UnsavedArea>
  );
}

/** The same without the question; a save that comes too late shows what somebody else saved and keeps what was typed. */
export function VersionedForm<T>({ action, version, home, fieldNames, submit, hidden, children }: Props<T>) {
  const router = useRouter();
  const box = useRef<HTMLDivElement>(null);
  const takeTheirs = () => {
    router.replace(home);
    router.refresh();
  };
  const again = () => box.current?.querySelector("form")?.requestSubmit();
  return (
    <div ref={box}>
      <ActionForm
        action={action}
        className="grid gap-5"
        hidden={(error) => ({ ...hidden, version: String(staleIn(error, staleInput)?.version ?? version) })}
        refused={(error) => {
          const stale = staleIn(error, staleInput);
          return stale ? (
            <StaleNotice
              message={error.message}
              stale={stale}
              fieldNames={fieldNames}
              onTheirs={takeTheirs}
              onYours={again}
            />
          ) : null;
        }}
      >
        {children}
        <FormActions>
          <SubmitButton>{submit}</SubmitButton>
        </FormActions>
      </ActionForm>
    </div>
  );
}
