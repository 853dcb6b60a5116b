import { desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Actor } from "@/db/actor";
import { asSystem, type Tx } from "@/db/as-actor";
import { auditHeads, auditVerifications, organisations } from "@/db/schema";
import { addJob } from "@/lib/jobs/add-job";
import { clock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { log } from "@/lib/platform/log";
import { verifyChain, type Verification } from "./verify-chain";

/** The jobs that go through one chain, and that ask for this for every organisation. */
export const VERIFY_AUDIT = "verify-audit";
export const VERIFY_ALL = "verify-all-audits";

const WHY = "verify the audit trail";
// A job that was cut short is taken up again within this time; a verification that was not heard of for longer has ended without a word.
const SILENT_AFTER = 5 * 60_000;

/** What the job is told. */
export const verificationJob = z.object({ organisationId: z.uuid(), verificationId: z.uuid() });

/**
 * Asks for the chain of the actor's organisation to be gone through. One that is under way is the answer too, and so is one that came after
 * the one that the asker knows of.
 */
export async function askVerification(
  { tx, actor }: { tx: Tx; actor: Actor },
  known?: { after: string },
): Promise<{ id: string }> {
  const latest = await findLatestVerification(tx);
  if (latest && (isUnderWay(latest) || (known && known.after !== latest.id))) return { id: latest.id };
  const { organisationId } = actor;
  const id = newId();
  const asked =
    actor.kind === "staff" ? { askedBy: actor.staffId, askedByName: actor.name } : { askedByName: "Portico" };
  await tx.insert(auditVerifications).values({ organisationId, id, ...asked, askedAt: clock.now() });
  await addJob(tx, VERIFY_AUDIT, { organisationId, verificationId: id }, organisationId);
  return { id };
}

/** Asks for every organisation's chain to be gone through. */
export async function askNightly(): Promise<void> {
  const found = await asSystem(WHY, "any", (tx) => tx.select({ id: organisations.id }).from(organisations));
  for (const { id } of found) await asSystem(WHY, id, (tx, actor) => askVerification({ tx, actor }));
}

type AuditVerification = typeof auditVerifications.$inferSelect;

/** The latest verification of the organisation's chain, under way or ended, or null. */
export async function findLatestVerification(tx: Tx): Promise<AuditVerification | null> {
  const [found] = await tx
    .select()
    .from(auditVerifications)
    .orderBy(desc(auditVerifications.askedAt))
    .limit(1);
  return found ?? null;
}

/** Where the organisation's chain ends now, or null before anything was sealed. */
export async function findChainEnd(tx: Tx) {
  const { position, hash, sealedAt } = auditHeads;
  const [found] = await tx
    .select({ position, hash: sql<string>`encode(${hash}, 'hex')`, sealedAt })
    .from(auditHeads);
  return found ?? null;
}

/** Whether the answer of a verification is still to be waited for. */
export const isUnderWay = ({ outcome, aliveAt, askedAt }: AuditVerification): boolean =>
  outcome === null && clock.now().getTime() - (aliveAt ?? askedAt).getTime() < SILENT_AFTER;

/** Goes through a chain as was asked for, says on the way how far it is, and keeps what it found. */
export async function workOnVerification(
  { organisationId, verificationId }: z.output<typeof verificationJob>,
  signal?: AbortSignal,
): Promise<void> {
  const note = (values: Partial<AuditVerification>) =>
    asSystem(WHY, organisationId, (tx) =>
      tx
        .update(auditVerifications)
        .set({ ...values, aliveAt: clock.now() })
        .where(eq(auditVerifications.id, verificationId)),
    );
  const found = await verifyChain(organisationId, {
    onProgress: async (checked, total) => {
      signal?.throwIfAborted();
      await note({ checked, total });
    },
  });
  await note(outcomeOf(found));
  tellLog(organisationId, found);
}

function outcomeOf({ head, checked, findings, findingCount }: Verification): Partial<AuditVerification> {
  const outcome = findingCount === 0 ? ("intact" as const) : ("broken" as const);
  const end = { headPosition: head.position, headHash: head.hash, finishedAt: clock.now() };
  return { outcome, checked, total: checked, findings, findingCount, ...end };
}

// The log usually lies where whoever has the database does not reach: from it a head can be compared later.
function tellLog(organisationId: string, { head, findings, findingCount }: Verification): void {
  const told = { organisationId, position: head.position, head: head.hash };
  if (findingCount === 0) log.info(told, "The audit trail is as it was sealed");
  else log.error({ ...told, findingCount, findings }, "The audit trail is not as it was sealed");
}
