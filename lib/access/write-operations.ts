import { eq, sql } from "drizzle-orm";
import type { Actor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { withHashing } from "@/db/planning";
import { accessChanges } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import { Refusal } from "@/lib/platform/errors";
import type { AccessFilter } from "./access-filter";
import { writeChange, writeEntries, type NewEntry } from "./append-change";
import { filteredContactIds } from "./filter-contacts";
import type { Target } from "./find-targets";
import { subjectsOf, type Operation } from "./operations";
import type { Audience } from "./permissions";
import { reachOfEntries, subjectOf, type ReachOfChange } from "./reach-of-change";

type Staged = {
  changeId: number;
  summary: string;
  audience: Audience;
  operations: readonly Operation[];
  targets: readonly Target[];
};

type Change = { organisationId: string; changeId: number };

// What is written in some ten seconds, during which nobody else can change access.
const MOST_ENTRIES = 500_000;

/** Writes what operations say as a change and its entries, in their order, and answers what it reaches. */
export async function writeOperations(tx: Tx, actor: Actor, staged: Staged): Promise<ReachOfChange> {
  refuseTooMany(staged);
  if (staged.operations.some(({ reach }) => reach.kind === "filter")) return writeByFilter(tx, actor, staged);
  const { changeId, summary, audience, operations, targets } = staged;
  const entries = operations.flatMap((operation, index) => {
    const target = targets[index];
    return target ? entriesOf(operation, target, audience) : [];
  });
  const reach = reachOfEntries(entries);
  await writeChange(tx, actor, { id: changeId, summary, ...reach });
  await writeEntries(tx, { organisationId: actor.organisationId, changeId }, entries);
  return reach;
}

/**
 * As `writeOperations`, for what only the written entries tell. The change is struck out until it is complete, so that a filter finds whom
 * it found on the screen, whatever operations before it say.
 */
async function writeByFilter(tx: Tx, actor: Actor, staged: Staged): Promise<ReachOfChange> {
  const { changeId, summary, audience, operations, targets } = staged;
  await writeChange(tx, actor, { id: changeId, summary, undoneAt: clock.now(), ...reachOfEntries([]) });
  const change = { organisationId: actor.organisationId, changeId };
  const named: NewEntry[] = [];
  let position = 0;
  for (const [index, operation] of operations.entries()) {
    const target = targets[index];
    if (operation.reach.kind === "filter") {
      const filtered = { operation, index, audience, filter: operation.reach.filter };
      position += await writeFiltered(tx, change, filtered, position);
    } else if (target) {
      const entries = entriesOf(operation, target, audience);
      await writeEntries(tx, change, entries, position);
      position += entries.length;
      // Not spread: a company can have more sites than a call can have arguments.
      for (const entry of entries) named.push(entry);
    }
  }
  const reach = await reachOf(tx, staged, named);
  await tx
    .update(accessChanges)
    .set({ ...reach, undoneAt: null })
    .where(eq(accessChanges.id, changeId));
  return reach;
}

/** Refuses, before any is written, more entries for who is named than one change can have. */
function refuseTooMany({ audience, operations, targets }: Staged): void {
  let count = 0;
  for (const [index, operation] of operations.entries()) {
    const target = targets[index];
    const places = target?.kind === "companies" ? target.companies.length : 1;
    count += places * subjectsOf(operation, audience).length;
    if (count > MOST_ENTRIES) throw tooMany(index);
  }
}

function entriesOf(operation: Operation, target: Target, audience: Audience): NewEntry[] {
  const { effect, lastDay } = operation;
  return placesOf(target).flatMap((place) =>
    subjectsOf(operation, audience).map((permission) => ({
      ...place,
      audience,
      permission,
      effect,
      lastDay,
    })),
  );
}

function placesOf(target: Target) {
  if (target.kind === "everyone") return [{ scope: "everyone" } as const];
  if (target.kind === "contact") return [{ scope: "contact", contactId: target.contact.id } as const];
  if (target.kind === "filter") return [];
  return target.companies.map(({ id }) => ({ scope: "company", companyId: id }) as const);
}

type Filtered = { operation: Operation; index: number; audience: Audience; filter: AccessFilter };

/** Writes an entry for every contact that the filter finds now, in one statement, and answers how many. */
async function writeFiltered(
  tx: Tx,
  { organisationId, changeId }: Change,
  { operation, index, audience, filter }: Filtered,
  from: number,
): Promise<number> {
  const subjects = sql.param(subjectsOf(operation, audience));
  const write = sql`
    INSERT INTO access_entries (organisation_id, change_id, position, audience, scope, contact_id, permission, effect, last_day)
    SELECT ${organisationId}, ${changeId}, ${from} + row_number() OVER (ORDER BY found.id, subject.place) - 1, ${audience}, 'contact',
        found.id, subject.permission, ${operation.effect}, ${operation.lastDay}::date
      FROM (${filteredContactIds(audience, filter)}) AS found (id)
      CROSS JOIN unnest(${subjects}::text[]) WITH ORDINALITY AS subject (permission, place)
      LIMIT ${MOST_ENTRIES + 1}`;
  const { rowCount } = await withHashing(tx, () => tx.execute(write));
  if (!rowCount) throw nobodyFound(index);
  if (from + rowCount > MOST_ENTRIES) throw tooMany(index);
  return rowCount;
}

const nobodyFound = (operation: number) =>
  new Refusal(
    "conflict",
    "The filter of one staged change finds nobody any more. Nothing was saved: drop that change and update again.",
    undefined,
    { kind: "access-gone", operations: [operation], gone: [{ operation, what: "filter", ids: [] }] },
  );

const tooMany = (operation: number) =>
  new Refusal(
    "invalid",
    "One staged change reaches too many contacts or companies for one change. Nothing was saved: narrow its filter, choose fewer permissions, update fewer staged changes at once, or change it for all contacts.",
    undefined,
    { kind: "access-invalid", operations: [operation] },
  );

async function reachOf(tx: Tx, staged: Staged, named: readonly NewEntry[]): Promise<ReachOfChange> {
  const { audience, changeId, operations } = staged;
  const reach = reachOfEntries(named);
  const filtered = operations.filter((operation) => operation.reach.kind === "filter");
  if (filtered.length === 0) return reach;
  const subjects = filtered.flatMap((operation) => subjectsOf(operation, audience));
  const { rows } = await tx.execute<{ count: number }>(
    sql`SELECT count(DISTINCT contact_id)::int AS count FROM access_entries WHERE change_id = ${changeId} AND scope = 'contact'`,
  );
  return {
    ...reach,
    subjects: [...new Set([...reach.subjects, ...subjects.map((subject) => subjectOf(audience, subject))])],
    contactCount: rows[0]?.count ?? 0,
  };
}
