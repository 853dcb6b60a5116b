"use client";

import { useRouter } from "next/navigation";
import { LinkButton } from "@/components/ui/link-button";
import { toastAdded } from "./add-contact-dialog";
import { AddContactForm, type AddContactOptions } from "./add-contact-form";

/** "Add contact" as the content of a page of its own, for those without script and for links to it. */
export function AddContactPage({ cancelHref, ...options }: AddContactOptions & { cancelHref: string }) {
  const router = useRouter();
  return (
    <AddContactForm
      {...options}
      onDone={(contact) => {
        toastAdded(contact);
        router.push(`/contacts/${contact.contactId}`);
      }}
      cancel={<LinkButton href={cancelHref}>Cancel</LinkButton>}
    />
  );
}
