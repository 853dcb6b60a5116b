import { compileTemplate, type Compiled, type Demands } from "@/lib/safe-ejs/compile";
import { TemplateProblem, type Place } from "@/lib/safe-ejs/problem";
import { fieldsOf } from "./fields";
import { mailParts, type MailPart } from "./input";
import { entryOf, type TemplateName } from "./templates";

/** What a template consists of, as it is written. */
export type MailSources = Record<MailPart, string>;

const kinds = { subject: "line", html: "html", text: "text" } as const satisfies Record<
  MailPart,
  Demands["kind"]
>;

// Checking is done for each process and source once: the answer for the same words is always the same.
const MOST_KEPT = 500;
const kept = new Map<string, Compiled>();

/** Checks all parts of a template and answers them ready to be rendered. Throws the TemplateProblem of the first that does not pass. */
export function compileMail(name: TemplateName, sources: MailSources): Record<MailPart, Compiled> {
  const [subject, html, text] = mailParts.map((part) => compilePart(name, part, sources[part]));
  if (!subject || !html || !text) throw new Error("A template has three parts.");
  return { subject, html, text };
}

/** What is wrong with each part of a template; empty when it can be used. */
export function mailProblems(name: TemplateName, sources: MailSources): Partial<Record<MailPart, Place>> {
  const problems: Partial<Record<MailPart, Place>> = {};
  for (const part of mailParts) {
    try {
      compilePart(name, part, sources[part]);
    } catch (error) {
      if (!(error instanceof TemplateProblem)) throw error;
      problems[part] = error.placeIn(sources[part]);
    }
  }
  return problems;
}

function compilePart(name: TemplateName, part: MailPart, source: string): Compiled {
  const key = `${name} ${part} ${source}`;
  const known = kept.get(key);
  if (known) return known;
  const needs = part !== "subject" && entryOf(name).link ? ["link.url"] : [];
  const made = compileTemplate(source, { kind: kinds[part], fields: fieldsOf(name), needs });
  const [oldest] = kept.keys();
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(key, made);
  return made;
}
