"use client";

import { useState } from "react";
import { toast, toastError } from "@/components/ui/toast";
import type { CredentialAct } from "@/lib/credentials/state";
import type { CredentialActions, Person } from "./person";

type DirectAct = Exclude<CredentialAct, "set-temporary-password">;

const done: Record<DirectAct, (person: Person) => string> = {
  "send-activation": ({ email }) => `Activation e-mail to ${email} is on its way`,
  "cancel-activation": ({ name }) => `The invitation of ${name} is cancelled`,
  "send-reset-link": ({ email }) => `Reset link to ${email} is on its way`,
  unlock: ({ name }) => `${name} can sign in again`,
  deactivate: ({ name }) => `${name} is deactivated`,
  reactivate: ({ name }) => `${name} is active again`,
};

/** Does what was chosen for somebody and says how it went; a temporary password is asked about first, in `asked`. */
export function useCredentialActs(actions: CredentialActions) {
  const [asked, setAsked] = useState<Person | null>(null);

  const run = async (act: DirectAct, person: Person): Promise<void> => {
    const result = await actions[act]({ contactId: person.contactId });
    if (!result.ok) return toastError(result.error.message);
    const undo = act === "deactivate" ? () => run("reactivate", person) : undefined;
    toast(done[act](person), { undo });
  };

  const choose = (act: CredentialAct, person: Person): void => {
    if (act === "set-temporary-password") setAsked(person);
    else void run(act, person);
  };

  return { choose, asked, close: () => setAsked(null) };
}
