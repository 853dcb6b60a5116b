import type { ReactNode } from "react";
import { ContactCell } from "@/components/contacts/contact-cell";
import { Moment, type Place } from "@/components/time/moment";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { DataTable, type Column } from "@/components/ui/data-table";
import { Pager } from "@/components/ui/pager";
import type { Credential } from "@/lib/credentials/queries";
import type { CredentialAct } from "@/lib/credentials/state";
import { CredentialMenu } from "./credential-menu";
import { InvitationNote } from "./invitation-note";
import type { CredentialActions, Person } from "./person";
import { actName, hasLogin, isInvited, stateNames, stateTones, stateUntil } from "./words";

/** How a credential stands, in a word, with until when and how far its e-mail got. */
export function CredentialBadge({ credential, ...place }: { credential: Credential } & Place) {
  const { state, email, deactivatedBy, deactivatedAt } = credential;
  const until = stateUntil(state, place);
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      <Badge tone={stateTones[state.kind]}>{stateNames[state.kind]}</Badge>
      {until ? <span className="text-small text-muted">{until}</span> : null}
      {email === null ? <span className="text-small text-muted">no e-mail address</span> : null}
      {deactivatedAt ? (
        <span className="text-small text-muted">
          <Moment at={deactivatedAt} {...place} />
          {deactivatedBy ? ` by ${deactivatedBy}` : ""}
        </span>
      ) : null}
      <InvitationNote invitation={credential.invitation} />
    </span>
  );
}

/** What dialogs and toasts need to know of somebody. */
export const personOf = ({ contactId, name, email, state }: Credential): Person => ({
  contactId,
  name,
  email,
  state: state.kind,
});

/** The entry of `credentialMenu` for an act: two are called otherwise before the first invitation or password. */
export const menuKey = (act: CredentialAct, { state }: Credential): string => {
  if (act === "send-activation") return isInvited(state.kind) ? `${act}:again` : act;
  if (act === "set-temporary-password") return hasLogin(state.kind) ? `${act}:reset` : act;
  return act;
};

/** Every act on a credential under each of its names, for the menus of a table's rows. */
export const credentialMenu = [
  { key: "unlock", label: actName("unlock", "locked") },
  { key: "reactivate", label: actName("reactivate", "deactivated") },
  { key: "send-activation", label: actName("send-activation", "none") },
  { key: "send-activation:again", label: actName("send-activation", "invited") },
  { key: "cancel-activation", label: actName("cancel-activation", "invited") },
  { key: "set-temporary-password", label: actName("set-temporary-password", "none") },
  { key: "set-temporary-password:reset", label: actName("set-temporary-password", "active") },
  { key: "send-reset-link", label: actName("send-reset-link", "active") },
  { key: "deactivate", label: actName("deactivate", "active"), danger: true },
];

/** The credentials of a company's contacts: state at a glance, last sign-in, and by row the acts that fit. */
export function CredentialsSection({
  credentials,
  newerHref,
  olderHref,
  mayEdit,
  actions,
  temporaryHours,
  heading,
  empty,
  ...place
}: {
  credentials: Credential[];
  newerHref?: string;
  olderHref?: string;
  /** Whether the acts are offered; each checks again. */
  mayEdit: boolean;
  actions: CredentialActions;
  temporaryHours: number;
  /** Buttons at the right of the heading, such as the one that adds a contact. */
  heading?: ReactNode;
  /** What stands here while the company has no contact. */
  empty: ReactNode;
} & Place) {
  const table = (
    <DataTable
      label="Credentials"
      columns={columnsFor(place)}
      rows={credentials}
      rowId={(row) => row.contactId}
      rowName={(row) => row.name}
      acts={mayEdit ? (row) => row.acts.map((act) => menuKey(act, row)) : undefined}
      quiet={(row) => row.state.kind === "deactivated"}
    />
  );
  return (
    <Card title="Contacts and credentials" id="credentials" actions={heading} flush>
      {credentials.length === 0 ? (
        <div className="p-4 text-muted">{empty}</div>
      ) : (
        <CredentialMenu
          people={credentials.map(personOf)}
          acts={credentialMenu}
          actions={actions}
          place={place}
          temporaryHours={temporaryHours}
        >
          {table}
        </CredentialMenu>
      )}
      {newerHref || olderHref ? (
        <div className="p-3">
          <Pager
            newerHref={newerHref}
            olderHref={olderHref}
            newerLabel="Earlier names"
            olderLabel="Later names"
          />
        </div>
      ) : null}
    </Card>
  );
}

function columnsFor(place: Place): Column<Credential>[] {
  return [
    {
      key: "name",
      header: "Contact",
      cell: (row) => <ContactCell {...row} />,
    },
    { key: "state", header: "Login", cell: (row) => <CredentialBadge credential={row} {...place} /> },
    {
      key: "lastSignIn",
      header: "Last sign-in",
      says: "Last sign-in:",
      cell: (row) => (row.lastSignInAt ? <Moment at={row.lastSignInAt} {...place} /> : "never"),
    },
  ];
}
