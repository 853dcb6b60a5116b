import { and, asc, eq, inArray, isNull, ne, or, sql, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { logins, mail, staffUsers, tokens } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import type { TokenPurpose } from "./purposes";

/** Whose token it is: exactly one of the two is set. */
export type TokenOwner = { loginId?: string | null; staffId?: string | null };

const present = (ids: (string | null | undefined)[]): string[] => ids.filter((id) => id != null);

/** Makes changes to the tokens of `owners` wait for each other, in one order so that none waits in a circle. */
export async function lockOwners(tx: Tx, owners: TokenOwner[]): Promise<void> {
  for (const [table, ids] of [
    [logins, present(owners.map((owner) => owner.loginId))],
    [staffUsers, present(owners.map((owner) => owner.staffId))],
  ] as const)
    if (ids.length)
      await tx
        .select({ id: table.id })
        .from(table)
        .where(inArray(table.id, ids))
        .orderBy(asc(table.id))
        .for("no key update");
}

const ownedBy = (owners: TokenOwner[]): SQL | undefined =>
  or(
    inArray(tokens.loginId, present(owners.map((owner) => owner.loginId))),
    inArray(tokens.staffId, present(owners.map((owner) => owner.staffId))),
  );

/** Ends the owners' unused tokens of one purpose, except `exceptId`: only the newest link works. */
export async function replaceTokens(tx: Tx, purpose: TokenPurpose, owners: TokenOwner[], exceptId?: string) {
  const replaced = await tx
    .update(tokens)
    .set({ endedAt: clock.now(), endedReason: "replaced" })
    .where(
      and(
        eq(tokens.purpose, purpose),
        ownedBy(owners),
        isNull(tokens.usedAt),
        isNull(tokens.endedAt),
        exceptId ? ne(tokens.id, exceptId) : undefined,
      ),
    )
    .returning({ id: tokens.id });
  await cancelQueuedMail(
    tx,
    replaced.map((token) => token.id),
  );
}

/** Ends also those that were sent for companies which the transaction does not reach, of logins that it sees. */
export async function replaceBeyondReach(tx: Tx, purpose: TokenPurpose, owners: TokenOwner[]): Promise<void> {
  const ids = present(owners.map((owner) => owner.loginId));
  await tx.execute(
    sql`SELECT replace_links_beyond(${purpose}, ${sql.param(ids)}::uuid[], ${clock.now().toISOString()}::timestamptz)`,
  );
}

/** Keeps e-mails from going out whose links have ended before they were sent. */
export async function cancelQueuedMail(tx: Tx, tokenIds: string[]): Promise<void> {
  if (!tokenIds.length) return;
  await tx
    .update(mail)
    .set({ state: "cancelled", nextTryAt: null })
    .where(and(inArray(mail.tokenId, tokenIds), eq(mail.state, "queued")));
}
