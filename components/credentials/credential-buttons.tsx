"use client";

import type { Place } from "@/components/time/moment";
import { Button } from "@/components/ui/button";
import type { CredentialAct } from "@/lib/credentials/state";
import type { CredentialActions, Person } from "./person";
import { TemporaryPasswordDialog } from "./temporary-password-dialog";
import { useCredentialActs } from "./use-credential-acts";
import { actName } from "./words";

/** What can be done about one contact's credential, as buttons; the likeliest first. */
export function CredentialButtons({
  person,
  acts,
  actions,
  place,
  temporaryHours,
}: {
  person: Person;
  acts: CredentialAct[];
  actions: CredentialActions;
  place: Place;
  temporaryHours: number;
}) {
  const { choose, asked, close } = useCredentialActs(actions);
  return (
    <div className="needs-script flex flex-wrap gap-2">
      {acts.map((act) => (
        <Button key={act} onClick={() => choose(act, person)}>
          {actName(act, person.state)}
        </Button>
      ))}
      {asked ? (
        <TemporaryPasswordDialog
          person={asked}
          action={actions["set-temporary-password"]}
          place={place}
          temporaryHours={temporaryHours}
          onClose={close}
        />
      ) : null}
    </div>
  );
}
