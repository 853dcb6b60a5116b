import { and, desc, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { templateVersions } from "@/db/schema";
import { log } from "@/lib/platform/log";
import { problemWords } from "@/lib/safe-ejs/problem";
import { mailProblems, type MailSources } from "./compile-mail";
import { mailParts, type MailPart } from "./input";
import { renderMail, type RenderedMail } from "./render";
import type { TemplateName } from "./templates";
import type { MailView } from "./view";

/** A version that an organisation has made of a template. */
export type OwnTemplate = { version: number; sources: MailSources };

type Stored = { version: number } & Record<MailPart, string | null>;

/** A stored version with its words, or null when it stands for the built-in template. */
export function ownTemplate({ version, subject, html, text }: Stored): OwnTemplate | null {
  if (subject === null || html === null || text === null) return null;
  return { version, sources: { subject, html, text } };
}

/** The organisation's versions of these templates that are in use now; templates of which the built-in one is are left out. */
export async function currentTemplates(
  tx: Tx,
  names: readonly string[],
): Promise<ReadonlyMap<string, OwnTemplate>> {
  if (names.length === 0) return new Map();
  const { template, version, subject, html, text } = templateVersions;
  const rows = await tx
    .selectDistinctOn([template], { template, version, subject, html, text })
    .from(templateVersions)
    .where(inArray(template, [...new Set(names)]))
    .orderBy(template, desc(version));
  return new Map(
    rows.flatMap((row) => {
      const own = ownTemplate(row);
      return own ? [[row.template, own]] : [];
    }),
  );
}

/** One version of the organisation's, or null when there is none with words of its own. */
export async function findVersion(tx: Tx, name: string, wanted: number): Promise<OwnTemplate | null> {
  const { template, version, subject, html, text } = templateVersions;
  const [found] = await tx
    .select({ version, subject, html, text })
    .from(templateVersions)
    .where(and(eq(template, name), eq(version, wanted)));
  return found ? ownTemplate(found) : null;
}

const partNames: Record<MailPart, string> = { subject: "subject", html: "HTML", text: "text" };

/** What is wrong with a template in one sentence: the first part that does not pass. */
export function firstProblem(name: TemplateName, sources: MailSources): string | null {
  const problems = mailProblems(name, sources);
  const part = mailParts.find((each) => problems[each]);
  const place = part && problems[part];
  return place ? `Its ${partNames[part]} is no longer accepted. ${problemWords(place)}` : null;
}

/** An e-mail and what it was made from. */
export type MadeMail = RenderedMail & { templateVersion: number | null; templateFallback: string };

/** Renders an e-mail from the organisation's own version, or, when that does not pass the check, from the built-in one and says why. */
export function renderOwn(name: TemplateName, view: MailView, own: OwnTemplate | null): MadeMail {
  const builtIn = (why: string) => ({
    ...renderMail(name, view),
    templateVersion: null,
    templateFallback: why,
  });
  if (!own) return builtIn("");
  try {
    return { ...renderMail(name, view, own.sources), templateVersion: own.version, templateFallback: "" };
  } catch (error) {
    log.error({ err: error, template: name, version: own.version }, "A template's own version was not used");
    return builtIn(firstProblem(name, own.sources) ?? "It could not be rendered.");
  }
}
