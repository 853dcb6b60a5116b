"use server";

import { staffAction } from "@/lib/auth/action";
import { inviteContactInput, updateContactInput } from "@/lib/contacts/input";
import { inviteContact } from "@/lib/contacts/invite-contact";
import { updateContact } from "@/lib/contacts/update-contact";

export const inviteContactAction = staffAction({
  needs: "editContacts",
  input: inviteContactInput,
  run: inviteContact,
  then: ({ contactId }) => `/contacts/${contactId}`,
});

export const updateContactAction = staffAction({
  needs: "editContacts",
  input: updateContactInput,
  run: updateContact,
  then: ({ contactId }) => `/contacts/${contactId}?saved=1`,
});
