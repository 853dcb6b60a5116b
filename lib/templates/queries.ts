import { and, desc, eq } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { templateVersions } from "@/db/schema";
import { firstProblem, ownTemplate } from "@/lib/mail/own-template";
import { builtInSources } from "@/lib/mail/render";
import { isTemplateName, listTemplates, type TemplateName } from "@/lib/mail/templates";

const facts = {
  template: templateVersions.template,
  version: templateVersions.version,
  act: templateVersions.act,
  restoredFrom: templateVersions.restoredFrom,
  savedByName: templateVersions.savedByName,
  savedAt: templateVersions.savedAt,
};
const words = {
  subject: templateVersions.subject,
  html: templateVersions.html,
  text: templateVersions.text,
};

/** A version as a line of the list of versions. */
export type VersionRow = Awaited<ReturnType<typeof listVersions>>[number];
/** A template as a line of the list of templates. */
export type TemplateRow = Awaited<ReturnType<typeof listTemplateRows>>[number];

/** Every template with the version that is in use and who made it; `version` is null while it was never changed. */
export async function listTemplateRows(tx: Tx) {
  const rows = await tx
    .selectDistinctOn([templateVersions.template], { ...facts, ...words })
    .from(templateVersions)
    .orderBy(templateVersions.template, desc(templateVersions.version));
  const latest = new Map(rows.map((row) => [row.template, row]));
  return listTemplates().map(({ name, displayName, description }) => {
    const found = latest.get(name);
    const own = found ? ownTemplate(found) : null;
    return {
      ...{ name, displayName, description, isOwn: own !== null },
      isBroken: own !== null && firstProblem(name, own.sources) !== null,
      latest: found ? { savedByName: found.savedByName, savedAt: found.savedAt } : null,
    };
  });
}

/** A template as it is in use now; null when there is none of that name. */
export async function findTemplate(tx: Tx, name: string) {
  if (!isTemplateName(name)) return null;
  const [found] = await tx
    .select({ ...facts, ...words })
    .from(templateVersions)
    .where(eq(templateVersions.template, name))
    .orderBy(desc(templateVersions.version))
    .limit(1);
  const own = found ? ownTemplate(found) : null;
  return {
    ...{ name, version: found?.version ?? 0, latest: found ?? null, isOwn: own !== null },
    sources: own?.sources ?? builtInSources(name),
    problem: own && firstProblem(name, own.sources),
  };
}

const MOST_LISTED = 200;

/** The versions of a template, the latest first. */
export function listVersions(tx: Tx, name: TemplateName) {
  return tx
    .select(facts)
    .from(templateVersions)
    .where(eq(templateVersions.template, name))
    .orderBy(desc(templateVersions.version))
    .limit(MOST_LISTED);
}

/** A version with what it says, the built-in words when it is a reset; null when there is none. */
export async function findVersionToShow(tx: Tx, name: TemplateName, version: string | number) {
  if (!/^[1-9]\d{0,8}$/.test(String(version))) return null;
  const [found] = await tx
    .select({ ...facts, ...words })
    .from(templateVersions)
    .where(and(eq(templateVersions.template, name), eq(templateVersions.version, Number(version))));
  if (!found) return null;
  const { subject, html, text, ...rest } = found;
  const own = ownTemplate({ version: found.version, subject, html, text });
  return { ...rest, sources: own?.sources ?? builtInSources(name) };
}
