import { Refusal } from "@/lib/platform/errors";
import type { TokenPurpose } from "@/lib/tokens/purposes";

/** The e-mails that Portico can send; each has a folder of the same name in `emails/`. */
export const templateNames = [
  "account-activation",
  "password-reset",
  "password-changed",
  "temporary-password-set",
  "access-ending",
  "staff-activation",
  "company-access-requested",
  "company-access-answered",
  "staff-email-changed",
  "second-factor-set-up",
  "second-factor-removed",
] as const;

export type TemplateName = (typeof templateNames)[number];

/** A template as people choose it: the name they know it by, what it is for, and other words that find it. */
export type TemplateEntry = {
  name: TemplateName;
  displayName: string;
  description: string;
  synonyms: string[];
  /** Whom it goes to, and so whose sign-in page it leads to; what goes to both is shown as contacts get it. */
  audience: "contact" | "staff";
  /** What its link is good for; its HTML and its text must then always show that link. */
  link?: TokenPurpose;
};

const entries: Record<TemplateName, Omit<TemplateEntry, "name">> = {
  "account-activation": {
    displayName: "accountactivation-EJS",
    audience: "contact",
    description: "Account activation: a link to choose a password",
    synonyms: ["account-activation", "activation", "invitation", "invite", "welcome"],
    link: "activation",
  },
  "password-reset": {
    displayName: "passwordreset-EJS",
    audience: "contact",
    description: "Password reset: a link to choose a new password",
    synonyms: ["password-reset", "reset", "forgot password"],
    link: "contact-reset",
  },
  "password-changed": {
    displayName: "passwordchanged-EJS",
    audience: "contact",
    description: "Notice that the password was changed",
    synonyms: ["password-changed", "notice"],
  },
  "temporary-password-set": {
    displayName: "temporarypassword-EJS",
    audience: "contact",
    description: "Notice that a temporary password was set, without the password",
    synonyms: ["temporary-password-set", "temporary password"],
  },
  "access-ending": {
    displayName: "accessending-EJS",
    audience: "contact",
    description: "Notice that access with a last day ends in a week",
    synonyms: ["access-ending", "last day", "expiry"],
  },
  "company-access-requested": {
    displayName: "accessrequested-EJS",
    audience: "staff",
    description: "Tells administrators that a colleague asks for access to companies",
    synonyms: ["company-access-requested", "request access"],
  },
  "company-access-answered": {
    displayName: "accessanswered-EJS",
    audience: "staff",
    description: "Tells a colleague whether access to companies was granted",
    synonyms: ["company-access-answered", "access granted", "access declined"],
  },
  "staff-activation": {
    displayName: "staffactivation-EJS",
    audience: "staff",
    description: "Invitation of a colleague: a link to choose a password",
    synonyms: ["staff-activation", "staff invitation", "colleague"],
    link: "staff-activation",
  },
  "staff-email-changed": {
    displayName: "staffemailchanged-EJS",
    audience: "staff",
    description: "Notice to a colleague’s old and new address that they sign in with the new one",
    synonyms: ["staff-email-changed", "address changed"],
  },
  "second-factor-set-up": {
    displayName: "secondfactorsetup-EJS",
    audience: "staff",
    description: "Notice that signing in takes a code from an app now",
    synonyms: ["second-factor-set-up", "TOTP", "authenticator"],
  },
  "second-factor-removed": {
    displayName: "secondfactorremoved-EJS",
    audience: "staff",
    description: "Notice that signing in takes no code any more",
    synonyms: ["second-factor-removed"],
  },
};

/** Every template, in the order in which to offer them. */
export function listTemplates(): TemplateEntry[] {
  return templateNames.map(entryOf);
}

/** A template as people choose it. */
export const entryOf = (name: TemplateName): TemplateEntry => ({ name, ...entries[name] });

/** Whether a template of this name comes with Portico. */
export const isTemplateName = (name: string): name is TemplateName =>
  templateNames.some((known) => known === name);

/** What people call the template that is kept under this name. */
export function displayNameOf(name: string): string {
  return listTemplates().find((entry) => entry.name === name)?.displayName ?? name;
}

/** The template that people know as `words` (its name, its display name or a synonym, without case); refuses when there is none. */
export function templateNamed(words: string): TemplateName {
  const wanted = words.trim().toLowerCase();
  const found = listTemplates().find((entry) =>
    [entry.name, entry.displayName, ...entry.synonyms].some((word) => word.toLowerCase() === wanted),
  );
  if (!found)
    throw new Refusal("invalid", `There is no e-mail template “${words}”. Choose one from the list.`);
  return found.name;
}
