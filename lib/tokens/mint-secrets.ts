import { sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { clock } from "@/lib/platform/clock";
import { Refusal } from "@/lib/platform/errors";
import { hashSecret, newSecret } from "@/lib/platform/ids";
import { linkHours } from "./lifetimes";

/** A secret fresh from the mint; it exists here and in the e-mail, nowhere else. */
export type MintedSecret = { secret: string; expiresAt: Date };

/**
 * Mints one secret for each token that was neither used nor ended, and counts its time anew from now, so that a slow mail server does not
 * eat into it. Tokens that are missing from the answer must not be mailed. Only the system may.
 */
export async function mintSecrets(
  tx: Tx,
  organisationId: string,
  tokenIds: string[],
): Promise<Map<string, MintedSecret>> {
  const secrets = new Map([...new Set(tokenIds)].map((id) => [id, newSecret()]));
  if (!secrets.size) return new Map();
  const pairs = [...secrets].map(([id, secret]) => ({ id, hash: hashSecret(secret) }));
  const hours = await linkHours(tx, organisationId);
  const { rows } = await tx.execute<{ id: string; expires_at: Date }>(sql`
    WITH pairs AS (SELECT * FROM jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) AS pair(id uuid, hash text)),
    renewed AS (
      UPDATE tokens SET expires_at = ${clock.now().toISOString()}::timestamptz
        + (${JSON.stringify(hours)}::jsonb ->> purpose)::float8 * interval '1 hour'
      FROM pairs WHERE tokens.organisation_id = ${organisationId} AND tokens.id = pairs.id AND tokens.id = ANY (${idsOf(secrets)}::uuid[])
        AND used_at IS NULL AND ended_at IS NULL
      RETURNING tokens.id, expires_at, hash),
    kept AS (INSERT INTO token_secrets (organisation_id, hash, token_id) SELECT ${organisationId}::uuid, hash, id FROM renewed)
    SELECT id, expires_at FROM renewed`);
  return new Map(
    rows.map((row) => [
      row.id,
      { secret: secrets.get(row.id) as string, expiresAt: new Date(row.expires_at) },
    ]),
  );
}

// Beside the join, so that the planner looks each row up by its key; it would guess the join to be small and read the organisation's tokens.
const idsOf = (secrets: Map<string, unknown>) => `{${[...secrets.keys()].join(",")}}`;

/** Mints a secret for one token, for a link that goes out otherwise than by the outbox; refuses when the token was used or ended. */
export async function mintSecret(
  tx: Tx,
  { organisationId, tokenId }: { organisationId: string; tokenId: string },
): Promise<string> {
  const minted = (await mintSecrets(tx, organisationId, [tokenId])).get(tokenId);
  if (!minted) throw new Refusal("conflict", "This link has ended. Make a fresh one.");
  return minted.secret;
}
