import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { StaffActor } from "@/db/actor";
import { asActor, asSystem, type Tx } from "@/db/as-actor";
import { activationRuns } from "@/db/schema";
import { reachFor } from "@/lib/auth/needs";
import { sendActivations, type ActivationOutcome } from "@/lib/credentials/send-activations";
import { clock } from "@/lib/platform/clock";
import { idInput } from "@/lib/platform/inputs";
import { findActiveStaff } from "@/lib/staff/queries";

export const activationsJob = z.object({ organisationId: idInput, runId: idInput });

type Job = z.output<typeof activationsJob>;

// So many that each statement is worth its round trip, so few that a stop binds soon and nobody waits long for a lock.
const AT_ONCE = 500;

const NOT_ALLOWED =
  "Whoever started this may not send activation e-mails any more. Somebody who may can choose the rest and send to them.";

/**
 * Sends a run's activation e-mails a batch at a time, as whoever drew it up and with the reach that their roles give them now. May be
 * called again after it was broken off: it goes on with those who still wait.
 */
export async function workOnRun({ organisationId, runId }: Job, signal?: AbortSignal): Promise<void> {
  const actor = await findMaker(organisationId, runId);
  if (!actor) return;
  for (;;) {
    signal?.throwIfAborted();
    const isMore = await asActor(actor, (tx) => sendBatch(tx, actor, runId));
    if (!isMore) return;
  }
}

function findMaker(organisationId: string, runId: string): Promise<StaffActor | null> {
  return asSystem("work on activations", organisationId, async (tx) => {
    const [run] = await tx.select().from(activationRuns).where(eq(activationRuns.id, runId));
    if (run?.state !== "running") return null;
    const staff = await findActiveStaff(tx, run.createdBy);
    const reach = staff && reachFor("editContacts", staff.roles);
    if (!staff || !reach) {
      await end(tx, runId, "failed", NOT_ALLOWED);
      return null;
    }
    const { id: staffId, name, roles } = staff;
    return { kind: "staff", organisationId, staffId, name, roles, reach };
  });
}

async function end(tx: Tx, runId: string, state: "done" | "failed", problem = ""): Promise<void> {
  await tx
    .update(activationRuns)
    .set({ state, problem, finishedAt: clock.now() })
    .where(and(eq(activationRuns.id, runId), eq(activationRuns.state, "running")));
}

/** Sends to the next who wait, unless the run was stopped; false when none is left. */
async function sendBatch(tx: Tx, actor: StaffActor, runId: string): Promise<boolean> {
  const [run] = await tx
    .select({ state: activationRuns.state })
    .from(activationRuns)
    .where(eq(activationRuns.id, runId))
    .for("update");
  if (run?.state !== "running") return false;
  const { rows } = await tx.execute<{ id: string }>(sql`SELECT contact_id AS id FROM activation_recipients
    WHERE organisation_id = app_organisation() AND run_id = ${runId} AND outcome = 'waiting' ORDER BY contact_id LIMIT ${AT_ONCE}`);
  if (rows.length === 0) {
    await end(tx, runId, "done");
    return false;
  }
  const outcomes = await sendActivations(
    { tx, actor },
    rows.map(({ id }) => id),
  );
  await note(tx, runId, outcomes);
  return true;
}

async function note(tx: Tx, runId: string, outcomes: ActivationOutcome[]): Promise<void> {
  const rows = outcomes.map(({ contactId, tokenId, reason }) => ({
    contact_id: contactId,
    token_id: tokenId,
    reason,
    outcome: tokenId ? "queued" : "skipped",
  }));
  await tx.execute(sql`UPDATE activation_recipients r SET outcome = o.outcome, reason = o.reason, token_id = o.token_id
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS o(contact_id uuid, token_id uuid, reason text, outcome text)
    WHERE r.organisation_id = app_organisation() AND r.run_id = ${runId} AND r.contact_id = o.contact_id`);
}
