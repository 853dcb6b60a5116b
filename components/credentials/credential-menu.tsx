"use client";

import type { ReactNode } from "react";
import type { Place } from "@/components/time/moment";
import { RowMenu, type RowAct } from "@/components/ui/row-menu";
import type { CredentialAct } from "@/lib/credentials/state";
import type { CredentialActions, Person } from "./person";
import { TemporaryPasswordDialog } from "./temporary-password-dialog";
import { useCredentialActs } from "./use-credential-acts";

/** The menus of the rows of a table of credentials. Keys are an act and, where its name hangs on the state, that name's. */
export function CredentialMenu({
  people,
  acts,
  actions,
  place,
  temporaryHours,
  children,
}: {
  people: Person[];
  acts: RowAct[];
  actions: CredentialActions;
  place: Place;
  temporaryHours: number;
  children: ReactNode;
}) {
  const { choose, asked, close } = useCredentialActs(actions);
  const select = (key: string, contactId: string) => {
    const person = people.find((one) => one.contactId === contactId);
    if (person) choose(key.split(":")[0] as CredentialAct, person);
  };
  return (
    <>
      <RowMenu acts={acts} onSelect={select}>
        {children}
      </RowMenu>
      {asked ? (
        <TemporaryPasswordDialog
          key={asked.contactId}
          person={asked}
          action={actions["set-temporary-password"]}
          place={place}
          temporaryHours={temporaryHours}
          onClose={close}
        />
      ) : null}
    </>
  );
}
