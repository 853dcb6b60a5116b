import { sql } from "drizzle-orm";
import { asSystem, type Tx } from "@/db/as-actor";
import type { AuditFinding } from "@/db/schema";
import { eventDigest, hashOf, isSame, knownKeys, micros, sealOf, startOf, type ChainKey } from "./chain-link";
import { log } from "@/lib/platform/log";
import { Findings } from "./findings";
import { sealChain } from "./seal-chain";

const WHY = "verify the audit trail";
const PLACES_A_PAGE = 10_000;
const EVENTS_A_PAGE = 50_000;
// An import, the longest that anything takes, is done in minutes; clocks of several machines differ by less than this.
const LATEST = 24n * 3_600_000_000n;

/** A place that the chain is known to have passed, as was noted down elsewhere. */
export type Mark = { position: number; hash: string };

/** The end of a chain, to be noted down where whoever has the database cannot reach it. */
export type Head = Mark;

/** What going through a chain found; intact when `findingCount` is 0. */
export type Verification = { head: Head; checked: number; findings: AuditFinding[]; findingCount: number };

type Options = {
  mark?: Mark;
  /** Told now and then how many events were gone through, and of how many; stops the work by throwing. */
  onProgress?: (checked: number, total: number) => Promise<void> | void;
};

/** Seals what waits, then goes through an organisation's whole chain and every event, and says what is not as it was sealed. */
export async function verifyChain(
  organisationId: string,
  { mark, onProgress }: Options = {},
): Promise<Verification> {
  // A chain that was tampered with may not let itself be sealed further; what is wrong with it comes out below.
  await sealChain(organisationId).catch((err: unknown) =>
    log.error({ err, organisationId }, "The audit trail was not sealed"),
  );
  const findings = new Findings();
  const run = <T>(work: (tx: Tx) => Promise<T>) => asSystem(WHY, organisationId, work);
  const stored = await run(findHead);
  const end = await run(findEnd);
  const walk = new Walk(organisationId, findings, mark);
  // Each event is looked at twice: along the chain, and from the events back to the chain.
  const total = 2 * Math.max(end, stored?.position ?? 0);
  while (walk.seen < end) {
    const after = walk.seen;
    for (const place of await run((tx) => listPlaces(tx, after, end))) walk.pass(place);
    if (walk.seen === after) break;
    await onProgress?.(walk.seen, total);
  }
  checkHead(organisationId, stored, walk, findings);
  if (mark && !walk.hasMark) findings.add({ kind: "elsewhere", position: mark.position });
  await findUnchained(run, findings, async (done) => onProgress?.(Math.min(total, walk.seen + done), total));
  const head = { position: walk.seen, hash: walk.hash.toString("hex") };
  return { head, checked: walk.count, findings: findings.kept, findingCount: findings.count };
}

type StoredHead = { position: number; hash: Buffer; seal: Buffer; key_id: string };

async function findHead(tx: Tx): Promise<StoredHead | null> {
  const { rows } = await tx.execute<StoredHead>(sql`SELECT position, hash, seal, key_id FROM audit_heads`);
  return rows[0] ? { ...rows[0], position: Number(rows[0].position) } : null;
}

async function findEnd(tx: Tx): Promise<number> {
  const { rows } = await tx.execute<{ position: string | null }>(
    sql`SELECT max(position) AS position FROM audit_chain`,
  );
  return Number(rows[0]?.position ?? 0);
}

type Place = {
  position: string;
  event_id: string;
  recorded_at: string;
  sealed_at: string;
  key_id: string;
  hash: Buffer;
  digest: Buffer | null;
  at: string | null;
};

async function listPlaces(tx: Tx, after: number, end: number): Promise<Place[]> {
  const { rows } = await tx.execute<Place>(sql`
    SELECT c.position, c.event_id, ${micros(sql`c.recorded_at`)} AS recorded_at, ${micros(sql`c.sealed_at`)} AS sealed_at, c.key_id, c.hash,
      CASE WHEN e.id IS NOT NULL THEN ${eventDigest} END AS digest, ${micros(sql`e.at`)} AS at
    FROM (SELECT * FROM audit_chain WHERE position > ${after} AND position <= ${end} ORDER BY position LIMIT ${PLACES_A_PAGE}) c
      LEFT JOIN audit_events e ON e.organisation_id = c.organisation_id AND e.id = c.event_id
    ORDER BY c.position`);
  return rows;
}

/** The way along a chain, place by place. */
class Walk {
  seen = 0;
  count = 0;
  hash: Buffer;
  hasMark: boolean;
  private latest = 0n;
  private readonly keys = knownKeys();

  constructor(
    organisationId: string,
    private readonly findings: Findings,
    private readonly mark: Mark | undefined,
  ) {
    this.hash = startOf(organisationId);
    this.hasMark = mark?.position === 0;
  }

  pass(place: Place): void {
    const position = Number(place.position);
    const { event_id: eventId, hash } = place;
    if (position > this.seen + 1)
      this.findings.add({ kind: "gap", position: this.seen + 1, upTo: position - 1 });
    const key = this.keys.get(place.key_id);
    if (!key) this.findings.add({ kind: "key", position });
    else if (!place.digest)
      this.findings.add({ kind: "removed", position, eventId, recordedAt: iso(place.recorded_at) });
    // After a gap the place before is not there to be hashed over; the gap itself is what was found.
    else if (position === this.seen + 1 && !isSame(hash, this.expected(key, place, position)))
      this.findings.add({ kind: "edited", position, eventId, at: iso(place.at) });
    else this.checkTime(place, position);
    if (this.mark?.position === position && this.mark.hash === hash.toString("hex")) this.hasMark = true;
    this.count += 1;
    this.seen = position;
    // The stored hash, so that one event that was changed is one finding and not all that follow.
    this.hash = hash;
  }

  private expected(
    key: ChainKey,
    { event_id, recorded_at, sealed_at, digest }: Place,
    position: number,
  ): Buffer {
    const times = { recordedAt: BigInt(recorded_at), sealedAt: BigInt(sealed_at) };
    return hashOf(key, this.hash, { position, eventId: event_id, ...times, digest });
  }

  private checkTime({ event_id, recorded_at, at }: Place, position: number): void {
    const recorded = BigInt(recorded_at);
    if (recorded > this.latest) this.latest = recorded;
    if (at === null || BigInt(at) >= this.latest - LATEST) return;
    const times = { at: iso(at), recordedAt: iso(this.latest.toString()) };
    this.findings.add({ kind: "backdated", position, eventId: event_id, ...times });
  }
}

function checkHead(
  organisationId: string,
  head: StoredHead | null,
  { seen, hash }: Walk,
  findings: Findings,
): void {
  if (!head) return seen > 0 ? findings.add({ kind: "head" }) : undefined;
  if (head.position > seen) findings.add({ kind: "shortened", position: seen + 1, upTo: head.position });
  const key = knownKeys().get(head.key_id);
  if (!key) return findings.add({ kind: "key", position: head.position });
  const isOwn = isSame(head.seal, sealOf(key, organisationId, head.position, head.hash));
  const isEnd = head.position > seen || (head.position === seen && isSame(head.hash, hash));
  if (!isOwn || !isEnd) findings.add({ kind: "head", position: head.position });
}

type Run = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
type Unchained = { id: string; at: string };

/** Finds the events that neither stand in the chain nor wait for it: nobody wrote those through Portico. */
async function findUnchained(run: Run, findings: Findings, onPage: (done: number) => Promise<void> | void) {
  let after = "00000000-0000-0000-0000-000000000000";
  for (let done = 0; ;) {
    const from = after;
    const { last, count, loose } = await run((tx) => loosePage(tx, from));
    for (const { id, at } of loose) findings.add({ kind: "inserted", eventId: id, at: iso(at) });
    done += count;
    if (!last || count < EVENTS_A_PAGE) return;
    after = last;
    await onPage(done);
  }
}

async function loosePage(tx: Tx, after: string) {
  const { rows } = await tx.execute<{ last: string | null; count: number; loose: Unchained[] | null }>(sql`
    WITH page AS MATERIALIZED (SELECT organisation_id, id, at FROM audit_events WHERE id > ${after} ORDER BY id LIMIT ${EVENTS_A_PAGE}),
    loose AS (SELECT p.id, ${micros(sql`p.at`)}::text AS at FROM page p
      WHERE NOT EXISTS (SELECT FROM audit_chain c WHERE c.organisation_id = p.organisation_id AND c.event_id = p.id)
        AND NOT EXISTS (SELECT FROM audit_unsealed u WHERE u.organisation_id = p.organisation_id AND u.event_id = p.id) ORDER BY p.id)
    SELECT (SELECT id FROM page ORDER BY id DESC LIMIT 1) AS last, (SELECT count(*)::int FROM page) AS count,
      (SELECT jsonb_agg(loose) FROM loose) AS loose`);
  const [page] = rows;
  return { last: page?.last ?? null, count: page?.count ?? 0, loose: page?.loose ?? [] };
}

function iso(micros: string | null): string | undefined {
  return micros === null ? undefined : new Date(Number(BigInt(micros) / 1000n)).toISOString();
}
