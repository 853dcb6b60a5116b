import { sql } from "drizzle-orm";
import type { StaffActor } from "@/db/actor";
import { asActor, asSystem } from "@/db/as-actor";
import { drawUpRun } from "@/lib/activations/draw-up-run";
import { countRun } from "@/lib/activations/queries";
import { startRun } from "@/lib/activations/start-run";
import { workOnRun } from "@/lib/activations/work-on-run";
import { ORGANISATION } from "../load-data";
import { fact, figure } from "../report";

const MAILS = 10_000;
const MOST_MS = 5_000;

const clerk: StaffActor = {
  kind: "staff",
  organisationId: ORGANISATION,
  staffId: ORGANISATION,
  name: "Bench Clerk",
  roles: ["administrator"],
  reach: "all",
};

/** Queueing ten thousand activation e-mails, from the decision to send until each contact has an outcome, beside writing as many bare rows. */
export async function measureActivations(): Promise<void> {
  // A third of the contacts has no password; of the others each is skipped.
  const filter = `?q=bench7.&kind=customer`;
  const all = await asActor(clerk, (tx) => drawUpRun({ tx, actor: clerk }, { contactIds: [], filter }));
  const { stages, reasons } = await asActor(clerk, (tx) => countRun(tx, all.id));
  fact(`one filter draws up ${JSON.stringify(stages)}, skipped for ${JSON.stringify(reasons)}`);

  const began = performance.now();
  const { id } = await asActor(clerk, (tx) =>
    drawUpRun({ tx, actor: clerk }, { contactIds: [], filter: "?state=none&kind=supplier" }),
  );
  await keepOnly(id);
  const drawnUp = performance.now();
  await asActor(clerk, (tx) => startRun({ tx, actor: clerk }, { id }));
  await workOnRun({ organisationId: ORGANISATION, runId: id });
  const done = performance.now();
  const { stages: after } = await asActor(clerk, (tx) => countRun(tx, id));
  if (after.queued !== MAILS)
    throw new Error(`Of ${MAILS} contacts these were queued: ${JSON.stringify(after)}`);
  fact(`drawing up the contacts without a login of all suppliers took ${(drawnUp - began).toFixed(0)} ms`);
  const bare = await bareMs();
  figure({
    name: `queueing ${MAILS} activation e-mails, each contact with its outcome`,
    portico: `${((done - drawnUp) / 1000).toFixed(2)} s`,
    bare: `${(bare / 1000).toFixed(2)} s for as many rows of mail alone`,
    ratio: (done - drawnUp) / bare,
    limit: `at most ${MOST_MS / 1000} s`,
    holds: done - drawnUp <= MOST_MS,
  });
}

/** Leaves just as many in the run as are measured. */
async function keepOnly(runId: string): Promise<void> {
  await asSystem("a measure", ORGANISATION, (tx) =>
    tx.execute(sql`UPDATE activation_recipients SET outcome = 'skipped', reason = 'cancelled'
      WHERE organisation_id = app_organisation() AND run_id = ${runId} AND outcome = 'waiting' AND contact_id NOT IN (
        SELECT contact_id FROM activation_recipients WHERE organisation_id = app_organisation() AND run_id = ${runId} AND outcome = 'waiting'
        ORDER BY contact_id LIMIT ${MAILS})`),
  );
}

/** The milliseconds that as many rows of the outbox take in one statement, rolled back. */
async function bareMs(): Promise<number> {
  const began = performance.now();
  const undone = new Error("measured");
  await asSystem("a measure", ORGANISATION, async (tx) => {
    await tx.execute(sql`INSERT INTO mail (organisation_id, id, template, to_address, data)
      SELECT app_organisation(), gen_random_uuid(), 'bare', 'a@example.com', '{}' FROM generate_series(1, ${MAILS})`);
    throw undone;
  }).catch((error: unknown) => {
    if (error !== undone) throw error;
  });
  return performance.now() - began;
}
