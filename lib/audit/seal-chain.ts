import { sql } from "drizzle-orm";
import { asSystem, type Tx } from "@/db/as-actor";
import { organisations } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import { log } from "@/lib/platform/log";
import { chainKey, eventDigest, hashOf, micros, sealOf, startOf, type Link } from "./chain-link";

/** The job that seals what was written since it last ran. */
export const SEAL_AUDIT = "seal-audit";

const WHY = "seal the audit trail";
// So many that the lock costs little beside the work, so few that another instance waits for a moment only.
const EVENTS_A_BATCH = 5_000;

type Waiting = { event_id: string; recorded_at: string; recorded_text: string; digest: Buffer | null };
type Head = { position: number; hash: Buffer };
type From = { recordedAt: string; eventId: string } | null;

/** Seals what waits in every organisation. */
export async function sealAll(signal?: AbortSignal): Promise<void> {
  const ids = await asSystem(WHY, "any", (tx) => tx.select({ id: organisations.id }).from(organisations));
  for (const { id } of ids) {
    signal?.throwIfAborted();
    // One chain that somebody broke does not keep the others from being sealed.
    await sealChain(id, signal).catch((err: unknown) =>
      log.error({ err, organisationId: id }, "The audit trail was not sealed"),
    );
  }
}

/** Seals every event of the organisation that has been committed, in batches; any number of instances may do so at once. */
export async function sealChain(organisationId: string, signal?: AbortSignal): Promise<void> {
  let from: From = null;
  do {
    signal?.throwIfAborted();
    const after: From = from;
    from = await asSystem(WHY, organisationId, (tx) => sealBatch(tx, organisationId, after));
  } while (from);
}

// Starts where the batch before ended: the entries before that were just deleted, and would be walked over each time.
async function sealBatch(tx: Tx, organisationId: string, from: From): Promise<From> {
  const waiting = await listWaiting(tx, from);
  if (waiting.length === 0) return null;
  const head = await lockHead(tx, organisationId);
  // Another instance may have sealed some of these while the head was waited for.
  const rows = await claim(tx, waiting);
  if (rows.length > 0) await append(tx, organisationId, head, rows);
  const last = waiting.at(-1);
  if (!last || waiting.length < EVENTS_A_BATCH) return null;
  return { recordedAt: last.recorded_text, eventId: last.event_id };
}

async function listWaiting(tx: Tx, from: From): Promise<Waiting[]> {
  const beyond = from
    ? sql`(recorded_at, event_id) > (${from.recordedAt}::timestamptz, ${from.eventId}::uuid)`
    : sql`true`;
  const { rows } = await tx.execute<Waiting>(sql`
    SELECT u.event_id, u.recorded_at::text AS recorded_text, ${micros(sql`u.recorded_at`)} AS recorded_at, CASE WHEN e.id IS NOT NULL THEN ${eventDigest} END AS digest
    FROM (SELECT * FROM audit_unsealed WHERE ${beyond} ORDER BY recorded_at, event_id LIMIT ${EVENTS_A_BATCH}) u
      LEFT JOIN audit_events e ON e.organisation_id = u.organisation_id AND e.id = u.event_id
    ORDER BY u.recorded_at, u.event_id`);
  return rows;
}

/** The end of the chain, which nobody else moves until the transaction ends. */
async function lockHead(tx: Tx, organisationId: string): Promise<Head> {
  const start = startOf(organisationId);
  const key = chainKey();
  // Only where nothing was sealed yet: made anew, a head that somebody took away would hide what else they took.
  await tx.execute(sql`
    INSERT INTO audit_heads (organisation_id, position, hash, key_id, seal, sealed_at)
    SELECT ${organisationId}::uuid, 0, ${start}, ${key.id}, ${sealOf(key, organisationId, 0, start)}, ${clock.now().toISOString()}::timestamptz
    WHERE NOT EXISTS (SELECT FROM audit_chain) ON CONFLICT DO NOTHING`);
  const { rows } = await tx.execute<{ position: string; hash: Buffer }>(
    sql`SELECT position, hash FROM audit_heads WHERE organisation_id = ${organisationId} FOR UPDATE`,
  );
  const [head] = rows;
  if (!head)
    throw new Error(
      "The head of the audit chain is missing. `npm run portico -- audit verify` says what else is.",
    );
  return { position: Number(head.position), hash: head.hash };
}

async function claim(tx: Tx, waiting: Waiting[]): Promise<Waiting[]> {
  const { rows } = await tx.execute<{ event_id: string }>(sql`
    DELETE FROM audit_unsealed USING unnest(${sql.param(waiting.map((row) => row.event_id))}::uuid[], ${sql.param(waiting.map((row) => row.recorded_text))}::timestamptz[]) AS w (event, recorded)
    WHERE recorded_at = w.recorded AND event_id = w.event RETURNING event_id`);
  const claimed = new Set(rows.map((row) => row.event_id));
  return waiting.filter((row) => claimed.has(row.event_id));
}

async function append(tx: Tx, organisationId: string, head: Head, rows: Waiting[]): Promise<void> {
  const now = clock.now();
  const key = chainKey();
  const sealedAt = BigInt(now.getTime()) * 1000n;
  let { position, hash } = head;
  const hashes = rows.map((row) => {
    position += 1;
    const link: Link = {
      position,
      eventId: row.event_id,
      recordedAt: BigInt(row.recorded_at),
      sealedAt,
      digest: row.digest,
    };
    return (hash = hashOf(key, hash, link));
  });
  const at = sql`${now.toISOString()}::timestamptz`;
  await tx.execute(sql`
    INSERT INTO audit_chain (organisation_id, position, event_id, recorded_at, sealed_at, key_id, hash)
    SELECT ${organisationId}::uuid, ${head.position}::bigint + w.n, w.event, w.recorded, ${at}, ${key.id}, decode(w.hash, 'hex')
    FROM unnest(${sql.param(rows.map((row) => row.event_id))}::uuid[], ${sql.param(rows.map((row) => row.recorded_text))}::timestamptz[], ${sql.param(hashes.map((one) => one.toString("hex")))}::text[])
      WITH ORDINALITY AS w (event, recorded, hash, n)`);
  await tx.execute(
    sql`UPDATE audit_heads SET position = ${position}, hash = ${hash}, key_id = ${key.id}, seal = ${sealOf(key, organisationId, position, hash)}, sealed_at = ${at} WHERE organisation_id = ${organisationId}`,
  );
}
