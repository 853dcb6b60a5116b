import { sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { listCredentialsOf, type Credential } from "@/lib/credentials/queries";
import { isId } from "@/lib/platform/ids";
import { openInvitations, stuckOf } from "./stage-sql";
import { stuckKinds, type StuckKind } from "./stages";

/** Somebody whose invitation does not go on by itself: how, since when, the mail server's words, and the acts that fit. */
export type Stuck = {
  tokenId: string;
  kind: StuckKind;
  since: Date;
  words: string | null;
  credential: Credential;
};

const PAGE = 50;

/** How many are stuck in each way. */
export async function countStuck(tx: Tx): Promise<Record<StuckKind, number>> {
  const { rows } = await tx.execute<{ kind: StuckKind | null; total: number }>(
    sql`SELECT ${stuckOf()} AS kind, count(*)::int AS total FROM ${openInvitations} GROUP BY 1`,
  );
  const found = new Map(rows.map(({ kind, total }) => [kind, total]));
  return Object.fromEntries(stuckKinds.map((kind) => [kind, found.get(kind) ?? 0])) as Record<
    StuckKind,
    number
  >;
}

/** A page of those who are stuck, in one way or in any, the latest invitation first; `after` is the token of the last one before. */
export async function listStuck(
  tx: Tx,
  { only, after }: { only?: StuckKind; after?: string },
): Promise<{ rows: Stuck[]; next?: string }> {
  const kind = stuckOf();
  const { rows } = await tx.execute<{
    tokenId: string;
    contactId: string;
    kind: StuckKind;
    since: string;
    words: string | null;
  }>(sql`
    SELECT t.id AS "tokenId", c.id AS "contactId", ${kind} AS kind, coalesce(t.first_opened_at, m.sent_at, t.created_at) AS since, m.server_words AS words
    FROM ${openInvitations} AND ${only ? sql`${kind} = ${only}` : sql`${kind} IS NOT NULL`}
      AND ${isId(after) ? sql`t.id < ${after}` : sql`true`}
    ORDER BY t.id DESC LIMIT ${PAGE + 1}`);
  const shown = rows.slice(0, PAGE);
  const credentials = await listCredentialsOf(
    tx,
    shown.map(({ contactId }) => contactId),
  );
  return {
    rows: shown.flatMap(({ contactId, since, ...row }) => {
      const credential = credentials.get(contactId);
      return credential ? [{ ...row, since: new Date(since), credential }] : [];
    }),
    next: rows.length > PAGE ? shown.at(-1)?.tokenId : undefined,
  };
}
