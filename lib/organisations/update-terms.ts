import { desc, sql } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/as-actor";
import { logins, termsVersions } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import { savePart, type Context, type Part } from "./save-part";
import type { termsInput } from "./settings-input";

type Values = { terms: string | null };

/** What the Terms page keeps. */
export const termsPart: Part<Values> = {
  name: "terms",
  act: "organisation.terms-changed",
  read: ({ terms }) => ({ terms }),
  write: ({ terms }, { termsVersion }) => ({ terms, termsVersion: termsVersion + 1 }),
};

/** Puts new terms in force and keeps the old ones; who accepted those is asked again with their next new password. */
export async function updateTerms(context: Context, { version, terms }: z.output<typeof termsInput>) {
  const typed = { terms: terms === "" ? null : terms };
  const saved = await savePart<Values>(context, termsPart, version, typed);
  if (saved.changed.length > 0)
    await context.tx.insert(termsVersions).values({
      organisationId: context.actor.organisationId,
      version: sql`(SELECT terms_version FROM organisations WHERE id = app_organisation())`,
      text: typed.terms,
      madeByName: context.actor.name,
      madeAt: clock.now(),
    });
  return saved;
}

/** A text of the terms, since when it is in force, and how many logins have accepted it last; version 0 came with Portico. */
export type TermsVersion = {
  version: number;
  text: string | null;
  madeByName: string | null;
  madeAt: Date | null;
  accepted: number;
};

/** Every version of the terms, the one in force first. */
export async function listTerms(tx: Tx): Promise<TermsVersion[]> {
  const made = await tx.select().from(termsVersions).orderBy(desc(termsVersions.version));
  const { rows } = await tx.execute<{ version: number; accepted: number }>(
    sql`SELECT coalesce(terms_version, 0) AS version, count(*)::int AS accepted FROM ${logins}
      WHERE terms_accepted_at IS NOT NULL GROUP BY 1`,
  );
  const accepted = new Map(rows.map((row) => [row.version, row.accepted]));
  const first = { version: 0, text: null, madeByName: null, madeAt: null };
  return [...made, first].map(({ version, text, madeByName, madeAt }) => ({
    ...{ version, text, madeByName, madeAt },
    accepted: accepted.get(version) ?? 0,
  }));
}
