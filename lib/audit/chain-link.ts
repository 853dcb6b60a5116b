import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { sql, type SQL } from "drizzle-orm";
import { derivedKey } from "@/lib/platform/derived-key";
import { env } from "@/lib/platform/env";

/** What a place in the chain vouches for; times in microseconds since 1970, as PostgreSQL keeps them. */
export type Link = {
  position: number;
  eventId: string;
  recordedAt: bigint;
  sealedAt: bigint;
  /** SHA-256 over every column of the event, or none when it was gone before it was sealed. */
  digest: Buffer | null;
};

const NO_EVENT = Buffer.alloc(32);

/** A key that places are sealed under. */
export type ChainKey = { id: string; key: Buffer };

const mac = ({ key }: Pick<ChainKey, "key">, ...parts: (Buffer | string)[]): Buffer => {
  const hash = createHmac("sha256", key);
  for (const part of parts) hash.update(part);
  return hash.digest();
};

function keyOf(secret: string): ChainKey {
  const key = derivedKey("portico audit chain", secret);
  return { key, id: mac({ key }, "id").toString("hex").slice(0, 16) };
}

/** The key of today. */
export const chainKey = (): ChainKey => keyOf(env().AUTH_SECRET);

/** The keys of today and of before, by the id that tells which one a place was sealed under and nothing more. */
export const knownKeys = (): Map<string, ChainKey> =>
  new Map([env().AUTH_SECRET, ...env().AUTH_SECRETS_BEFORE].map(keyOf).map((key) => [key.id, key]));

/** The hash before the first place of an organisation's chain. */
export const startOf = (organisationId: string): Buffer =>
  createHash("sha256").update(`portico audit chain ${organisationId}`).digest();

/** The hash of a place, over that of the one before and everything that it vouches for. */
export function hashOf(
  key: ChainKey,
  previous: Buffer,
  { position, eventId, recordedAt, sealedAt, digest }: Link,
): Buffer {
  const numbers = Buffer.alloc(24);
  numbers.writeBigInt64BE(BigInt(position), 0);
  numbers.writeBigInt64BE(recordedAt, 8);
  numbers.writeBigInt64BE(sealedAt, 16);
  return mac(key, "link", previous, numbers, eventId, digest ?? NO_EVENT);
}

/** What vouches that the chain of an organisation ended here: it cannot be made for an earlier place without AUTH_SECRET. */
export const sealOf = (key: ChainKey, organisationId: string, position: number, hash: Buffer): Buffer =>
  mac(key, "head", organisationId, String(position), hash);

/** Whether two hashes are the same. */
export const isSame = (one: Buffer, other: Buffer): boolean =>
  one.length === other.length && timingSafeEqual(one, other);

/** A moment in microseconds since 1970. */
export const micros = (moment: SQL): SQL => sql`(extract(epoch FROM ${moment}) * 1000000)::bigint`;

/**
 * The digest of the audit event `e`: every column, in an order that stays, as the text of a jsonb array. PostgreSQL writes jsonb in one way
 * only, so it does not matter how `before` and `after` were spelt.
 */
export const eventDigest: SQL = sql`sha256(convert_to(jsonb_build_array(e.organisation_id, e.id, ${micros(sql`e.at`)}, e.actor_kind, e.actor_id,
  e.actor_name, e.act, e.company_id, e.contact_id, e.staff_id, e.subject, e.before, e.after)::text, 'UTF8'))`;
