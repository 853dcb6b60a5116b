import type { Field, ScalarField } from "@/lib/safe-ejs/fields";

const field = (path: string, kind: ScalarField["kind"], description: string): ScalarField => ({
  path,
  kind,
  description,
});

/** Fields that every template knows. */
const common: Field[] = [
  field("recipient.name", "text", "Name of the person it goes to; empty when unknown"),
  field("company.name", "text", "Name of their company; empty when there is none"),
  field("organisation.name", "text", "Name of your organisation"),
  field("organisation.colour", "colour", "Colour of your organisation, for a style"),
  field("organisation.onColour", "colour", "Black or white, whichever reads better on that colour"),
  field("login.url", "address", "Address of the sign-in page"),
];

const link = (does: string): Field[] => [
  field("link.url", "address", `Address of the link that ${does}`),
  field("link.expires", "text", "Until when the link works"),
];

/** Most permissions that one e-mail tells of. */
export const MOST_AREAS = 40;

/** Fields of each template beyond the common ones. */
const own = {
  "account-activation": link("activates the account"),
  "password-reset": link("lets them choose a new password"),
  "password-changed": [
    field("notice.when", "text", "When the password was changed"),
    field("notice.byStaff", "yesNo", "Whether one of your staff did it"),
  ],
  "temporary-password-set": [
    field("notice.until", "text", "Until when the temporary password works; empty when it does not end"),
  ],
  "company-access-requested": [
    field("notice.person", "text", "Name of the colleague who asks"),
    field("notice.words", "text", "What they wrote"),
  ],
  "company-access-answered": [
    field("notice.person", "text", "Name of the administrator who answered"),
    field("notice.isGranted", "yesNo", "Whether they granted access"),
    field("notice.words", "text", "The companies, or why not"),
  ],
  "staff-activation": link("activates their account"),
  "staff-email-changed": [
    field("notice.when", "text", "When the address was changed"),
    field("notice.words", "text", "The new address; to the old one, only enough of it to be recognised"),
  ],
  "second-factor-set-up": [field("notice.when", "text", "When it was set up")],
  "second-factor-removed": [
    field("notice.when", "text", "When it was removed"),
    field("notice.byStaff", "yesNo", "Whether an administrator did it"),
  ],
  "access-ending": [
    field("notice.access", "text", "What they can open until then, as a sentence has it"),
    {
      ...{ path: "notice.areas", kind: "list", description: "The same, one by one", most: MOST_AREAS },
      fields: [field("name", "text", "What it is called")],
    },
    field("notice.lastDay", "text", "The last day of their access"),
  ],
} satisfies Record<string, Field[]>;

/** Every field that a template can name, those of its own first. */
export const fieldsOf = (template: keyof typeof own): Field[] => [...own[template], ...common];
