import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { templateVersions } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { mailProblems, type MailSources } from "@/lib/mail/compile-mail";
import { mailParts, type MailPart } from "@/lib/mail/input";
import { displayNameOf, type TemplateName } from "@/lib/mail/templates";
import { clock } from "@/lib/platform/clock";
import { Refusal } from "@/lib/platform/errors";
import { problemWords } from "@/lib/safe-ejs/problem";
import type { StaleTemplate } from "./input";
import { findTemplate } from "./queries";

export type Context = { tx: Tx; actor: StaffActor };

type NewVersion = {
  act: "saved" | "restored" | "reset";
  /** Null for the built-in template. */
  sources: MailSources | null;
  restoredFrom?: number;
};

type Found = NonNullable<Awaited<ReturnType<typeof findTemplate>>>;

/** The template that is asked for, as it is in use; refuses when there is none. */
export async function demandTemplate(tx: Tx, name: string): Promise<Found> {
  const found = await findTemplate(tx, name);
  if (!found) throw new Refusal("not-found", "There is no such template. Choose one from the list.");
  return found;
}

/** Refuses sources that do not pass the check, with line and reason for each part. */
export function demandAccepted(name: TemplateName, sources: MailSources): void {
  const problems = mailProblems(name, sources);
  const fields = Object.fromEntries(
    mailParts.flatMap((part) => {
      const place = problems[part];
      return place ? [[part, part === "subject" ? place.reason : problemWords(place)]] : [];
    }),
  );
  if (Object.keys(fields).length > 0)
    throw new Refusal("invalid", "Some entries need your attention.", fields);
}

/**
 * Makes `next` the version in use and puts it on record; answers its number. Refused as stale, with what differs from `typed`, when
 * somebody else was first since version `opened`.
 */
export async function writeVersion(
  { tx, actor }: Context,
  current: Found,
  opened: number,
  { act, sources, restoredFrom }: NewVersion,
): Promise<number> {
  const { name } = current;
  if (current.version !== opened) throw stale(current, sources);
  const version = opened + 1;
  const [written] = await tx
    .insert(templateVersions)
    .values({
      ...{ organisationId: actor.organisationId, template: name, version, act, restoredFrom },
      ...(sources ?? {}),
      ...{ savedBy: actor.staffId, savedByName: actor.name, savedAt: clock.now() },
    })
    // The key decides who was first.
    .onConflictDoNothing()
    .returning({ version: templateVersions.version });
  if (!written) throw stale(await demandTemplate(tx, name), sources);
  await record(tx, actor, {
    act: `template.${act}`,
    subject: displayNameOf(name),
    before: { template: name, version: opened },
    after: { version, ...(restoredFrom ? { restoredFrom } : {}), ...changedParts(current.sources, sources) },
  });
  return version;
}

function changedParts(before: MailSources, after: MailSources | null): { changed?: MailPart[] } {
  return after ? { changed: mailParts.filter((part) => before[part] !== after[part]) } : {};
}

function stale(stored: Found, typed: MailSources | null): Refusal {
  const { version, sources: theirs, latest } = stored;
  const details: StaleTemplate = {
    version,
    theirs,
    differences: typed
      ? mailParts
          .filter((part) => theirs[part] !== typed[part])
          .map((part) => ({ field: part, ...firstDifference(theirs[part], typed[part]) }))
      : [],
  };
  const who = latest?.savedByName ?? "Somebody";
  const kept = typed
    ? "Nothing of yours was saved yet, and what you typed is still here."
    : "Nothing was changed. Load the page again to see what is in use now.";
  return new Refusal(
    "stale",
    `${who} changed this template after you opened it. ${kept}`,
    undefined,
    details,
  );
}

const SHOWN = 120;

/** The first line in which two texts differ; whole templates would fill the page. */
function firstDifference(theirs: string, yours: string): { theirs: string; yours: string } {
  const [one, other] = [theirs.split("\n"), yours.split("\n")];
  const at = one.findIndex((line, index) => line !== other[index]);
  const index = at < 0 ? one.length : at;
  const line = (lines: string[]) => (lines[index] ?? "").trim().slice(0, SHOWN);
  const isLong = one.length > 1 || other.length > 1;
  const place = isLong ? `line ${index + 1}: ` : "";
  return { theirs: place + line(one), yours: place + line(other) };
}
