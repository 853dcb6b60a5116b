"use client";

import { useState, useTransition, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormActions } from "@/components/ui/form-actions";
import { RadioGroup } from "@/components/ui/radio-group";
import { SubmitButton } from "@/components/ui/submit-button";
import { PasswordField } from "@/components/ui/text-field";
import type { Action } from "@/lib/auth/action";
import type { ActionError } from "@/lib/auth/action-result";
import { PASSWORD_MIN } from "@/lib/passwords/limits";
import type { Person, ShownPassword } from "./person";
import { hasLogin } from "./words";

type Way = "generate" | "enter";

const ways = [
  {
    value: "generate",
    label: "Generate a password",
    help: "Four words and a number, easy to read out on the phone.",
  },
  { value: "enter", label: "Enter a password" },
];

const hoursWords = (hours: number) => (hours === 1 ? "1 hour" : `${hours} hours`);

/** Asks how a temporary password is to be made, and makes it. */
export function TemporaryPasswordForm({
  person,
  temporaryHours,
  verb,
  action,
  onMade,
  onCancel,
}: {
  person: Person;
  temporaryHours: number;
  verb: string;
  action: Action<ShownPassword>;
  onMade: (made: ShownPassword) => void;
  onCancel: () => void;
}) {
  const [way, setWay] = useState<Way>("generate");
  const [error, setError] = useState<ActionError>();
  const [pending, start] = useTransition();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const entered = new FormData(event.currentTarget).get("password");
    const { contactId } = person;
    start(async () => {
      const result = await action(way === "enter" ? { contactId, password: entered } : { contactId });
      if (result.ok) onMade(result.data);
      else setError(result.error);
    });
  };
  const problem = error?.fields?.password;
  return (
    <form onSubmit={submit} className="grid gap-4">
      <ErrorSummary
        problems={
          error ? [{ field: problem ? "password" : undefined, message: problem ?? error.message }] : []
        }
      />
      <p>
        {person.name} signs in as <strong className="wrap-anywhere">{person.email}</strong> with a temporary
        password, which works for {hoursWords(temporaryHours)} and must be changed at the first sign-in.
        {hasLogin(person.state) ? " The old password and every open session end at once." : ""}
      </p>
      <RadioGroup
        name="way"
        label="Temporary password"
        options={ways}
        defaultValue="generate"
        onChange={(value) => setWay(value === "enter" ? "enter" : "generate")}
      />
      {way === "enter" ? (
        <PasswordField
          name="password"
          label="Password"
          autoComplete="off"
          error={problem}
          help={`At least ${PASSWORD_MIN} characters. A sentence of four or more words works well.`}
        />
      ) : null}
      <FormActions>
        <Button onClick={onCancel}>Cancel</Button>
        <SubmitButton pending={pending}>{verb}</SubmitButton>
      </FormActions>
    </form>
  );
}
