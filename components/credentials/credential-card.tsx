import type { ReactNode } from "react";
import { Moment } from "@/components/time/moment";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import type { Credential } from "@/lib/credentials/queries";
import { CredentialButtons } from "./credential-buttons";
import { CredentialBadge, personOf } from "./credentials-section";
import type { CredentialActions } from "./person";

/** One contact's credential with the acts that fit it, for the contact's own page. */
export function CredentialCard({
  credential,
  mayEdit,
  actions,
  temporaryHours,
  children,
  ...place
}: {
  credential: Credential;
  mayEdit: boolean;
  actions: CredentialActions;
  temporaryHours: number;
  /** What stands below how the credential stands. */
  children?: ReactNode;
  timeZone: string;
  locale: string;
}) {
  const { lastSignInAt, email } = credential;
  return (
    <Card title="Credentials" id="credentials">
      <div className="grid gap-4">
        <DescriptionList
          facts={[
            { term: "Login", detail: <CredentialBadge credential={credential} {...place} /> },
            { term: "Login e-mail", detail: email },
            {
              term: "Last sign-in",
              detail: lastSignInAt ? <Moment at={lastSignInAt} {...place} /> : "never",
            },
          ]}
        />
        {children}
        {mayEdit ? (
          <CredentialButtons
            person={personOf(credential)}
            acts={credential.acts}
            actions={actions}
            place={place}
            temporaryHours={temporaryHours}
          />
        ) : null}
      </div>
    </Card>
  );
}
