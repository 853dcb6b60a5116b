import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { MailListQuery } from "@/lib/mail/list-input";
import { stateNames } from "./mail-state";

/** Stands where e-mails would be: none at all yet, or none that fits. */
export function NoMail({ query: { q, state } }: { query: MailListQuery }) {
  if (!q && !state)
    return (
      <EmptyState title="No e-mails yet">
        Invitations, password resets and notices appear here as soon as they are caused. Send a contact their
        activation e-mail to see the first.
      </EmptyState>
    );
  return (
    <EmptyState
      title={q ? `No e-mail found for “${q}”` : `No e-mail is ${stateNames[state ?? "sent"].toLowerCase()}`}
      actions={<LinkButton href="/mail">Show all e-mails</LinkButton>}
    >
      {q ? "Search for a part of the address, or of the contact's name." : null}
    </EmptyState>
  );
}
