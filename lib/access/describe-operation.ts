import { lastDayText } from "./explain";
import { FULL, type Operation } from "./operations";
import { permissions, SERVICES, type Audience } from "./permissions";

/** The names that a description needs: of the contact, or of the companies in their order. */
export type ReachNames = { contact?: string; companies?: readonly string[] };

/** An operation in a clerk's words: "Enable Invoices for all customer contacts", "Ana Pires: Orders off". */
export function describeOperation(operation: Operation, audience: Audience, names: ReachNames): string {
  const { subject, effect, reach, lastDay } = operation;
  const until = lastDay ? ` until ${lastDayText(lastDay, { locale: "en-GB" })}` : "";
  const what = subjectLabel(subject, audience);
  if (reach.kind === "contact") return `${names.contact ?? "A contact"}: ${what} ${states[effect]}${until}`;
  return `${actText(effect, what)} for ${reachText(operation, audience, names)}${until}`;
}

/** How what an operation is about is called. */
export function subjectLabel(subject: Operation["subject"], audience: Audience): string {
  if (subject === FULL) return "Full access";
  if (subject === SERVICES) return "Services";
  return permissions[audience].find(({ id }) => id === subject)?.label ?? subject;
}

const states = { allow: "on", deny: "off", inherit: "as group roles say" } as const;

/** An act on something in a clerk's words: "Disable Invoices", "Invoices back to group roles". */
export function actText(effect: Operation["effect"], what: string): string {
  return verbs[effect](what);
}

const verbs = {
  allow: (what: string) => `Enable ${what}`,
  deny: (what: string) => `Disable ${what}`,
  inherit: (what: string) => `${what} back to group roles`,
} as const;

function reachText({ subject, reach }: Operation, audience: Audience, { companies = [] }: ReachNames) {
  const [first = "a company", ...others] = companies;
  if (reach.kind === "everyone")
    return subject === SERVICES ? `all ${audience}s` : `all ${audience} contacts`;
  if (reach.kind === "tree") return `${first} and its sites`;
  if (reach.kind === "filter") return "the contacts of the filter";
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}
