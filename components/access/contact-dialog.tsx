"use client";

import type { AccessContactsPage } from "@/lib/access/list-access-contacts";
import type { Operation } from "@/lib/access/operations";
import type { Audience } from "@/lib/access/permissions";
import type { ContactAccess } from "@/lib/access/resolve-access";
import { GrantDialog } from "./grant-dialog";
import { PreviewDialog } from "./preview-dialog";

/** What the menu of a contact asked for that takes a dialog. */
export type AskedOfContact = { key: "grant" | "preview"; contactId: string };

/** The dialog that the menu of a contact asked for, while that contact is in view. */
export function ContactDialog({
  asked,
  contacts,
  audience,
  accessOf,
  isStaged,
  onStage,
  onClose,
}: {
  asked: AskedOfContact | null;
  contacts: AccessContactsPage;
  audience: Audience;
  accessOf: (contactId: string) => { before: ContactAccess; after: ContactAccess } | undefined;
  isStaged: boolean;
  onStage: (contactId: string, operation: Operation) => void;
  onClose: () => void;
}) {
  const contact = contacts.rows.find(({ id }) => id === asked?.contactId);
  if (!asked || !contact) return null;
  if (asked.key === "preview")
    return (
      <PreviewDialog contact={contact} access={accessOf(contact.id)} isStaged={isStaged} onClose={onClose} />
    );
  return (
    <GrantDialog
      contact={contact}
      audience={audience}
      today={contacts.today}
      onStage={(operation) => onStage(contact.id, operation)}
      onClose={onClose}
    />
  );
}
