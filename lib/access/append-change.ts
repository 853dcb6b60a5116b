import { eq, max, sql } from "drizzle-orm";
import type { Actor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { accessChanges, accessEntries } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import { Refusal } from "@/lib/platform/errors";
import { findPermission, SERVICES, type Audience, type LedgerSubject } from "./permissions";
import { reachOfEntries } from "./reach-of-change";

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

// Far below the 65,535 parameters that one statement can carry.
const ROWS_A_STATEMENT = 2_000;

/** Appends one access change, after every change of the organisation that was appended before, and returns its id. */
export async function appendChange(tx: Tx, actor: Actor, change: NewChange): Promise<number> {
  change.entries.forEach(refuseForeignPermission);
  if (change.entries.length === 0) throw new Refusal("invalid", "There is no access to change.");
  const id = await nextChangeId(tx, actor.organisationId);
  await tx
    .insert(accessChanges)
    .values({ ...newChangeRow(actor, id, change.summary), ...reachOfEntries(change.entries) });
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
  const [last] = await tx
    .select({ id: max(accessChanges.id) })
    .from(accessChanges)
    .where(eq(accessChanges.organisationId, organisationId));
  return (last?.id ?? 0) + 1;
}

/** Waits until nobody else is changing the organisation's ledger, and keeps it so until the transaction ends. */
export async function lockLedger(tx: Tx, organisationId: string): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`access ${organisationId}`}, 0))`);
}

/** The row of a change made now by that actor. */
export function newChangeRow(actor: Actor, id: number, summary: string) {
  return { organisationId: actor.organisationId, id, summary, madeAt: clock.now(), ...maker(actor) };
}

/** Writes entries of a change in their order, the first at position `from`. */
export async function writeEntries(
  tx: Tx,
  change: { organisationId: string; changeId: number },
  entries: readonly NewEntry[],
  from = 0,
): Promise<void> {
  const rows = entries.map((entry, index) => ({ ...entry, ...change, position: from + index }));
  for (let at = 0; at < rows.length; at += ROWS_A_STATEMENT)
    await tx.insert(accessEntries).values(rows.slice(at, at + ROWS_A_STATEMENT));
}

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
