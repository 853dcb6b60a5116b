import { z } from "zod";
import { chosenPasswordInput, typedPasswordInput } from "@/lib/passwords/input";
import { emailInput, idInput, tickInput } from "@/lib/platform/inputs";

export const contactInput = z.object({ contactId: idInput });

export const sendActivationInput = contactInput.extend({
  template: z
    .literal("account-activation", { error: "Choose accountactivation-EJS: only it carries the link." })
    .default("account-activation"),
});

export const setTemporaryPasswordInput = contactInput.extend({
  /** Left out, a passphrase is generated. */
  password: chosenPasswordInput.optional(),
});

const portalInput = z
  .string({ error: "Open the portal’s own address." })
  .regex(/^[a-z0-9-]{1,60}$/, { error: "Open the portal’s own address." });
const secretInput = z
  .string({ error: "Open the link from your e-mail again." })
  .regex(/^[\w-]{20,100}$/, { error: "Open the link from your e-mail again." });

export const signInContactInput = z.object({
  organisation: portalInput,
  email: emailInput,
  password: typedPasswordInput,
  next: z.string().max(500).optional(),
});

/** Asks for something to be sent to an address: a reset link, or the invitation of somebody who may register. */
export const requestByEmailInput = z.object({ organisation: portalInput, email: emailInput });

export const linkInput = z.object({ organisation: portalInput, secret: secretInput });

/** Asks for a fresh link, from the page of an old one. */
export const freshLinkInput = linkInput.extend({ page: z.enum(["activate", "reset"]) });

/** Which version of the terms the form shows; one that shows none says nothing. */
const termsVersionInput = z.coerce
  .number({ error: "Reload the page and try again." })
  .int()
  .min(0)
  .max(2_147_483_647)
  .optional();

const acceptedInput = tickInput.pipe(z.literal(true, { error: "Accept the terms to go on." }));

export const activateLoginInput = linkInput.extend({
  password: chosenPasswordInput,
  terms: acceptedInput,
  termsVersion: termsVersionInput,
});

export const resetContactPasswordInput = linkInput.extend({
  password: chosenPasswordInput,
  termsVersion: termsVersionInput,
});

export const changeContactPasswordInput = z.object({
  current: typedPasswordInput,
  password: chosenPasswordInput,
  termsVersion: termsVersionInput,
});

export const switchCompanyInput = z.object({ company: idInput });

export const endContactSessionInput = z.object({ sessionId: idInput });
