"use server";

import { staffAction } from "@/lib/auth/action";
import { cancelActivation } from "@/lib/credentials/cancel-activation";
import { deactivateContact } from "@/lib/credentials/deactivate-contact";
import { contactInput, sendActivationInput, setTemporaryPasswordInput } from "@/lib/credentials/input";
import { reactivateContact } from "@/lib/credentials/reactivate-contact";
import { sendActivation } from "@/lib/credentials/send-activation";
import { sendResetLink } from "@/lib/credentials/send-reset-link";
import { setTemporaryPassword } from "@/lib/credentials/set-temporary-password";
import { unlockLogin } from "@/lib/credentials/unlock-login";

export const sendActivationAction = staffAction({
  needs: "editContacts",
  input: sendActivationInput,
  run: sendActivation,
});

export const cancelActivationAction = staffAction({
  needs: "editContacts",
  input: contactInput,
  run: cancelActivation,
});

export const setTemporaryPasswordAction = staffAction({
  needs: "editContacts",
  input: setTemporaryPasswordInput,
  run: setTemporaryPassword,
});

export const sendResetLinkAction = staffAction({
  needs: "editContacts",
  input: contactInput,
  run: sendResetLink,
});

export const unlockLoginAction = staffAction({
  needs: "editContacts",
  input: contactInput,
  run: unlockLogin,
});

export const deactivateContactAction = staffAction({
  needs: "editContacts",
  input: contactInput,
  run: deactivateContact,
});

export const reactivateContactAction = staffAction({
  needs: "editContacts",
  input: contactInput,
  run: reactivateContact,
});
