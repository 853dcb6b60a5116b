"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { Button, buttonClass } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { useDialogLink } from "@/components/ui/use-dialog-link";
import type { InvitedContact } from "@/lib/contacts/invite-contact";
import type { AddContactOptions } from "./add-contact-form";

// Loaded when it is opened: the page that offers it is looked at more often than contacts are added.
const AddContactForm = dynamic(() => import("./add-contact-form").then((module) => module.AddContactForm), {
  loading: () => <Skeleton className="h-80" />,
});

/** Says that a contact was added, and whether an e-mail is on its way. */
export function toastAdded({ name, invited }: InvitedContact): void {
  toast(`${name} added`, { description: invited ? "The activation e-mail is on its way." : undefined });
}

/** The button "Add contact" and its dialog; without script the button leads to the same form as a page. */
export function AddContactDialog({
  href,
  label = "Add contact",
  ...options
}: AddContactOptions & { href: string; label?: string }) {
  const { open, setOpen, onClick } = useDialogLink();
  const router = useRouter();
  const done = (contact: InvitedContact) => {
    setOpen(false);
    toastAdded(contact);
    router.push(`/contacts/${contact.contactId}`);
  };
  return (
    <>
      <a href={href} className={buttonClass({ variant: "primary" })} onClick={onClick}>
        {label}
      </a>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        width={680}
        title={options.company ? `Add contact to ${options.company.name}` : "Add contact"}
      >
        <AddContactForm
          {...options}
          onDone={done}
          cancel={
            <DialogClose asChild>
              <Button>Cancel</Button>
            </DialogClose>
          }
        />
      </Dialog>
    </>
  );
}
