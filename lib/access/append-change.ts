import { sql } from "drizzle-orm";
import type { Actor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { accessChanges } from "@/db/schema";
import { builder, runStatement, statementFrom, statementOf } from "@/db/statement";
import { clock } from "@/lib/platform/clock";
import { Refusal } from "@/lib/platform/errors";
import { findPermission, SERVICES, type Audience, type LedgerSubject } from "./permissions";
import { reachOfEntries, type ReachOfChange } from "./reach-of-change";

type Target =
  { scope: "everyone" } | { scope: "company"; companyId: string } | { scope: "contact"; contactId: string };

/** A line to be appended to the ledger. */
export type NewEntry = Target & {
  audience: Audience;
  permission: LedgerSubject;
  effect: "allow" | "deny" | "inherit";
  lastDay?: string | null;
};

/** A change to be appended: what it is called in every later explanation, and its lines in order. */
export type NewChange = { summary: string; entries: readonly NewEntry[] };

// So few that the text they are sent as stays small.
const ROWS_A_STATEMENT = 2_000;

/** Appends one access change, after every change of the organisation that was appended before, and returns its id. */
export async function appendChange(tx: Tx, actor: Actor, change: NewChange): Promise<number> {
  change.entries.forEach(refuseForeignPermission);
  if (change.entries.length === 0) throw new Refusal("invalid", "There is no access to change.");
  const id = await nextChangeId(tx, actor.organisationId);
  await writeChange(tx, actor, { id, summary: change.summary, ...reachOfEntries(change.entries) });
  await writeEntries(tx, { organisationId: actor.organisationId, changeId: id }, change.entries);
  return id;
}

/**
 * The id of the organisation's next access change, which is also the `accessSince` of a company or contact made now. Until
 * the transaction ends nobody else gets an id, so that the order of ids is the order of commits. Ask before writing anything
 * that somebody else's write can wait for (a login, a company's code): two that ask in different order wait in a circle.
 */
export async function nextChangeId(tx: Tx, organisationId: string): Promise<number> {
  await lockLedger(tx, organisationId);
  // A statement of its own: one that began before the lock was granted would not see the change it waited for.
  const query = sql`SELECT max(id) AS id FROM access_changes WHERE organisation_id = ${organisationId}`;
  const [last] = await runStatement(tx, statementFrom<{ id: string | null }>("last access change", query));
  return Number(last?.id ?? 0) + 1;
}

/** Waits until nobody else is changing the organisation's ledger, and keeps it so until the transaction ends. */
export async function lockLedger(tx: Tx, organisationId: string): Promise<void> {
  const lock = sql`SELECT pg_advisory_xact_lock(hashtextextended(${`access ${organisationId}`}, 0))`;
  await runStatement(tx, statementFrom("lock the ledger", lock));
}

const { placeholder } = sql;

const addChange = statementOf<typeof accessChanges.$inferInsert>(
  "access change",
  builder.insert(accessChanges).values({
    organisationId: placeholder("organisationId"),
    id: placeholder("id"),
    summary: placeholder("summary"),
    madeAt: placeholder("madeAt"),
    madeBy: placeholder("madeBy"),
    madeByName: placeholder("madeByName"),
    undoneAt: placeholder("undoneAt"),
    subjects: placeholder("subjects"),
    isForEveryone: placeholder("isForEveryone"),
    companyCount: placeholder("companyCount"),
    contactCount: placeholder("contactCount"),
  }),
);

/** Writes the row of a change made now by that actor; struck out at once when `undoneAt` is given. */
export async function writeChange(
  tx: Tx,
  actor: Actor,
  change: { id: number; summary: string; undoneAt?: Date } & ReachOfChange,
): Promise<void> {
  const { organisationId } = actor;
  await runStatement(tx, addChange({ organisationId, madeAt: clock.now(), ...maker(actor), ...change }));
}

/** Writes entries of a change in their order, the first at position `from`. */
export async function writeEntries(
  tx: Tx,
  change: { organisationId: string; changeId: number },
  entries: readonly NewEntry[],
  from = 0,
): Promise<void> {
  for (let at = 0; at < entries.length; at += ROWS_A_STATEMENT)
    await runStatement(tx, addEntries(change, entries.slice(at, at + ROWS_A_STATEMENT), from + at));
}

// One text however many entries there are, so that a connection plans it once.
const addEntries = (
  { organisationId, changeId }: { organisationId: string; changeId: number },
  entries: readonly NewEntry[],
  from: number,
) =>
  statementFrom(
    "access entries",
    sql`INSERT INTO access_entries (organisation_id, change_id, position, audience, scope, company_id, contact_id, permission, effect, last_day)
      SELECT ${organisationId}::uuid, ${changeId}::bigint, ${from}::int + place - 1, audience, scope, company_id, contact_id, permission, effect, last_day
      FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
        AS (audience text, scope text, "companyId" uuid, "contactId" uuid, permission text, effect text, "lastDay" date))
        WITH ORDINALITY AS entry (audience, scope, company_id, contact_id, permission, effect, last_day, place)`,
  );

function maker(actor: Actor) {
  if (actor.kind === "staff") return { madeBy: actor.staffId, madeByName: actor.name };
  if (actor.kind === "contact") return { madeBy: actor.contactId, madeByName: actor.name };
  return { madeBy: null, madeByName: "Portico" };
}

function refuseForeignPermission(entry: NewEntry): void {
  const isKnown =
    entry.permission === SERVICES
      ? entry.scope !== "contact" && entry.effect !== "inherit"
      : findPermission(entry.audience, entry.permission) !== undefined;
  if (!isKnown)
    throw new Refusal(
      "invalid",
      `${entry.audience === "customer" ? "Customers" : "Suppliers"} have no such permission.`,
    );
}
