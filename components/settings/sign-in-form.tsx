import type { ReactNode } from "react";
import { FormTextField } from "@/components/forms/action-form";
import type { Action } from "@/lib/auth/action";
import { lifetimes, PASSWORD_MIN_MOST, type Lifetime } from "@/lib/organisations/sign-in-input";
import { PASSWORD_MIN } from "@/lib/passwords/limits";
import { SettingsForm } from "./settings-form";

const lifetimeWords: Record<Lifetime, { label: string; said: string; help: string }> = {
  temporaryPasswordHours: {
    label: "Hours that a temporary password works",
    said: "How long a temporary password works, in hours,",
    help: "Whoever gets one chooses a password of their own at the first sign-in.",
  },
  activationLinkDays: {
    label: "Days that an activation link works",
    said: "How long an activation link works, in days,",
    help: "For contacts and for staff. One that has expired offers a fresh one to the same address.",
  },
  resetLinkHours: {
    label: "Hours that a password-reset link works",
    said: "How long a password-reset link works, in hours,",
    help: "For contacts and for staff.",
  },
};

const limits = [
  { name: "staffIdleMinutes", label: "Staff: minutes without a page" },
  { name: "staffSessionMinutes", label: "Staff: minutes in all" },
  { name: "contactIdleMinutes", label: "Contacts: minutes without a page" },
  { name: "contactSessionMinutes", label: "Contacts: minutes in all" },
] as const;

type Limit = (typeof limits)[number]["name"];

const fieldNames: Record<string, string> = {
  passwordMin: "The length of passwords",
  ...Object.fromEntries(Object.entries(lifetimeWords).map(([name, { said }]) => [name, said])),
  ...Object.fromEntries(limits.map(({ name, label }) => [name, label])),
};

const number = { type: "number", inputMode: "numeric" } as const;

/** Edits how long passwords must be, how long what is issued works, and after how long people sign in again. */
export function SignInForm<T>({
  values,
  longest,
  version,
  action,
}: {
  values: Record<Limit, number | null> & Record<Lifetime | "passwordMin", number>;
  longest: Record<Limit, number>;
  version: number;
  action: Action<T>;
}) {
  return (
    <SettingsForm
      action={action}
      version={version}
      home="/settings/sign-in"
      fieldNames={fieldNames}
      submit="Save sign-in rules"
    >
      <Group title="Passwords" note="For those chosen from now on; those that are there stay.">
        <FormTextField
          {...number}
          name="passwordMin"
          label="Characters of a password, at least"
          help={`No fewer than ${PASSWORD_MIN}.`}
          defaultValue={values.passwordMin}
          min={PASSWORD_MIN}
          max={PASSWORD_MIN_MOST}
        />
      </Group>
      <Group
        title="Temporary passwords and links"
        note="For those issued from now on; those that are out keep their time. A link’s time counts from when its e-mail is sent."
      >
        <LifetimeFields values={values} />
      </Group>
      <Group title="Sessions" note="After so long people sign in again; for open sessions, too.">
        <LimitFields values={values} longest={longest} />
      </Group>
    </SettingsForm>
  );
}

function Group({ title, note, children }: { title: string; note: string; children: ReactNode }) {
  return (
    <fieldset>
      <legend className="text-base font-semibold">{title}</legend>
      <p className="mb-4 text-small text-muted">{note}</p>
      <div className="grid gap-4 sm:grid-cols-2">{children}</div>
    </fieldset>
  );
}

function LifetimeFields({ values }: { values: Record<Lifetime, number> }) {
  const names = Object.keys(lifetimes) as Lifetime[];
  return names.map((name) => (
    <FormTextField
      {...number}
      key={name}
      name={name}
      label={lifetimeWords[name].label}
      help={`${lifetimes[name].least} to ${lifetimes[name].most}. ${lifetimeWords[name].help}`}
      defaultValue={values[name]}
      min={lifetimes[name].least}
      max={lifetimes[name].most}
    />
  ));
}

function LimitFields({
  values,
  longest,
}: {
  values: Record<Limit, number | null>;
  longest: Record<Limit, number>;
}) {
  return limits.map(({ name, label }) => (
    <FormTextField
      {...number}
      key={name}
      name={name}
      label={label}
      optional
      help={`Left empty, it is ${longest[name]}, which is also the most.`}
      defaultValue={values[name] ?? ""}
      min={5}
      max={longest[name]}
    />
  ));
}
