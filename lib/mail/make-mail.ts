import { renderOwn, type MadeMail, type OwnTemplate } from "./own-template";
import { sampleFor } from "./sample-view";
import type { TemplateName } from "./templates";
import { viewOf, type MailFacts, type MailLink } from "./view";

const TEST = "Test: ";

/** Writes an e-mail; a template that is being tried out is shown with its sample, and its subject says that it is a test. */
export function makeMail(
  facts: MailFacts & { template: TemplateName },
  link: MailLink | null,
  own: OwnTemplate | null,
): MadeMail {
  const { draft } = facts.data;
  if (!draft) return renderOwn(facts.template, viewOf(facts, link), own);
  const tried = { version: 0, sources: draft };
  const made = renderOwn(facts.template, sampleFor(facts.template, facts.organisation), tried);
  return { ...made, subject: TEST + made.subject, templateVersion: null };
}
