import type { StaffActor } from "@/db/actor";
import { asActor } from "@/db/as-actor";
import { drawUpRun } from "@/lib/activations/draw-up-run";
import { drawUpRunInput } from "@/lib/activations/input";
import { countRun, demandRun, listRecipients } from "@/lib/activations/queries";
import { cancelRun, startRun } from "@/lib/activations/start-run";
import { workOnRun } from "@/lib/activations/work-on-run";
import { invite } from "@/tests/lib/contacts/arrange";
import { asSuperuser } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";

/** What staff do with activation e-mails to many, each act a transaction of `actor`. */
export function runsOf(people: People, actor: StaffActor = people.staff) {
  const draw = (input: Record<string, unknown>) =>
    asActor(actor, (tx) => drawUpRun({ tx, actor }, drawUpRunInput.parse(input)));
  const start = (id: string) => asActor(actor, (tx) => startRun({ tx, actor }, { id }));
  const work = (runId: string) => workOnRun({ organisationId: people.organisationId, runId });
  return {
    draw,
    start,
    work,
    send: async (input: Record<string, unknown>) => {
      const { id } = await draw(input);
      await start(id);
      await work(id);
      return id;
    },
    cancel: (id: string) => asActor(actor, (tx) => cancelRun({ tx, actor }, { id })),
    counts: (id: string) => asActor(actor, (tx) => countRun(tx, id)),
    state: async (id: string) => (await asActor(actor, (tx) => demandRun(tx, id))).state,
    recipients: (id: string, only?: "failed" | "skipped") =>
      asActor(actor, (tx) => listRecipients(tx, id, { only, limit: 100 })),
  };
}

/** An organisation whose clerk may send to everybody, as the worker will look up. */
export async function someSenders(): Promise<People> {
  const people = await somePeople();
  await asSuperuser("INSERT INTO staff_roles VALUES ($1, $2, 'superuser')", [
    people.organisationId,
    people.staff.staffId,
  ]);
  return people;
}

/** Adds a contact of that name to the company of `people`, with an e-mail unless `fields` say otherwise. */
export async function add(people: People, name: string, fields: object = {}): Promise<string> {
  const { companyId } = people;
  const email = `${name.toLowerCase()}@example.com`;
  return (await invite(people.staff, { companyId, name, email, ...fields })).contactId;
}
