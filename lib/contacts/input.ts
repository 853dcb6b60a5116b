import { z } from "zod";
import { audiences, permissionIds } from "@/lib/access/permissions";
import {
  emailInput,
  idInput,
  lineInput,
  listInput,
  staleInput,
  textInput,
  tickInput,
  versionInput,
} from "@/lib/platform/inputs";

const nameInput = lineInput(120).refine((name) => name !== "", { error: "Enter a name." });

const isBlank = (value: unknown) => value === undefined || (typeof value === "string" && value.trim() === "");

/** An e-mail address, or null when the field was left empty. */
const optionalEmailInput = z.preprocess((value) => (isBlank(value) ? null : value), emailInput.nullable());

const groupRoleIdsInput = listInput(idInput, 50);

/** The fields of "Add contact": a person at a company, with what they may do and, with a template, their invitation. */
export const inviteContactInput = z
  .object({
    companyId: z.uuid({ error: "Choose a company." }),
    name: nameInput,
    email: optionalEmailInput,
    jobTitle: lineInput(80),
    phone: lineInput(40),
    groupRoleIds: groupRoleIdsInput,
    permissions: listInput(z.enum(permissionIds, { error: "Choose from the roles shown." }), 50),
    /** The e-mail template as people call it; empty sends nothing. */
    template: lineInput(80),
    /** Whether an e-mail address that exists already stands for the same person. */
    link: tickInput,
  })
  .refine(({ template, email }) => !template || email, {
    path: ["email"],
    error: "Enter the address that the activation e-mail goes to, or choose no template.",
  });

export type InviteContactInput = z.output<typeof inviteContactInput>;

/** The fields of a contact's own page. */
export const updateContactInput = z.object({
  contactId: idInput,
  version: versionInput,
  name: nameInput,
  email: optionalEmailInput,
  jobTitle: lineInput(80),
  department: lineInput(80),
  phone: lineInput(40),
  mobile: lineInput(40),
  fax: lineInput(40),
  notes: textInput(4_000),
  groupRoleIds: groupRoleIdsInput,
  link: tickInput,
});

export type UpdateContactInput = z.output<typeof updateContactInput>;

/** What a refused stale save tells the form: also the group roles held by now, of which the differences say the names. */
export const staleContact = staleInput.extend({ groupRoleIds: z.array(z.string()).default([]) });

export type StaleContact = z.output<typeof staleContact>;

/** A company to choose for a new contact, as the server suggests it. */
export const companySuggestion = z.object({
  id: z.string(),
  kind: z.enum(audiences),
  code: z.string(),
  name: z.string(),
  city: z.string(),
});

export type CompanySuggestion = z.output<typeof companySuggestion>;

/** A contact to go to: the company tells like-named people apart. */
export const contactSuggestion = z.object({ id: z.string(), name: z.string(), companyName: z.string() });

export type ContactSuggestion = z.output<typeof contactSuggestion>;
