import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { accessChanges, accessUndos } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { clock } from "@/lib/platform/clock";
import { Refusal } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { lockLedger } from "./append-change";
import type { ChangeIdInput } from "./input";

type Context = { tx: Tx; actor: StaffActor };

/** Which change was undone or redone, and what it is called. */
export type Turned = { id: number; summary: string };

/**
 * Strikes a change out of the ledger, whatever its size: earlier decisions win again, later ones stand. Refused, naming who was
 * first, when it is undone already.
 */
export async function undoChange({ tx, actor }: Context, { id }: ChangeIdInput): Promise<Turned> {
  await lockLedger(tx, actor.organisationId);
  const undone = { undoneAt: clock.now(), undoneBy: actor.staffId, undoneByName: actor.name };
  const [change] = await tx
    .update(accessChanges)
    .set(undone)
    .where(and(eq(accessChanges.id, id), isNull(accessChanges.undoneAt)))
    .returning({ summary: accessChanges.summary, organisationId: accessChanges.organisationId });
  if (!change) throw await refusal(tx, id, (by) => `${by} undid this change already.`);
  const { summary, organisationId } = change;
  await tx.insert(accessUndos).values({ organisationId, id: newId(), changeId: id, ...undone });
  await record(tx, actor, {
    act: "access.undone",
    subject: summary,
    before: { undone: false },
    after: { changeId: id, undone: true },
  });
  return { id, summary };
}

/** Lets a change that was undone count again, as if it had never been undone; refused when it counts. */
export async function redoChange({ tx, actor }: Context, { id }: ChangeIdInput): Promise<Turned> {
  await lockLedger(tx, actor.organisationId);
  const [change] = await tx
    .update(accessChanges)
    .set({ undoneAt: null, undoneBy: null, undoneByName: null })
    .where(and(eq(accessChanges.id, id), isNotNull(accessChanges.undoneAt)))
    .returning({ summary: accessChanges.summary });
  if (!change) throw await refusal(tx, id, () => "This change is not undone, so there is nothing to redo.");
  const { summary } = change;
  await tx
    .update(accessUndos)
    .set({
      redoneAt: clock.now(),
      redoneBy: actor.staffId,
      redoneByName: actor.name,
      redoneIn: sql`pg_current_xact_id()`,
    })
    .where(and(eq(accessUndos.changeId, id), isNull(accessUndos.redoneAt)));
  await record(tx, actor, {
    act: "access.redone",
    subject: summary,
    before: { undone: true },
    after: { changeId: id, undone: false },
  });
  return { id, summary };
}

async function refusal(tx: Tx, id: number, words: (by: string) => string): Promise<Refusal> {
  const [change] = await tx
    .select({ by: accessChanges.undoneByName, at: accessChanges.undoneAt })
    .from(accessChanges)
    .where(eq(accessChanges.id, id));
  if (!change) return new Refusal("not-found", "There is no such change.");
  return new Refusal("conflict", words(change.by || "Somebody"), undefined, { by: change.by, at: change.at });
}
