import { asActor } from "@/db/as-actor";
import { countStuck, listStuck } from "@/lib/activations/list-stuck";
import { countFunnel } from "@/lib/activations/queries";
import { hoursFromNow } from "@/lib/platform/clock";
import type { StuckKind } from "@/lib/activations/stages";
import { staffActs } from "@/tests/lib/credentials/scene";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";
import { add, runsOf, someSenders } from "./scene";

let people: People;

beforeEach(async () => {
  await resetDatabase();
  people = await someSenders();
});

const counts = () => asActor(people.staff, (tx) => countStuck(tx));
const stuck = async (only?: StuckKind) =>
  (await asActor(people.staff, (tx) => listStuck(tx, { only }))).rows.map(({ kind, credential }) => [
    credential.name,
    kind,
  ]);

it("names everybody who does not go on by themselves, and in what way", async () => {
  const ways: [string, string, string][] = [
    ["Failed", "state = 'failed', server_words = '550 No such user'", ""],
    ["Expired", "state = 'sent'", "expires_at = now() - interval '1 minute'"],
    ["Opened", "state = 'sent'", "first_opened_at = now() - interval '25 hours'"],
    ["Unopened", "state = 'sent', sent_at = now() - interval '73 hours'", ""],
    ["Unsent", "state = 'queued'", "created_at = now() - interval '2 hours'"],
    ["Fresh", "state = 'sent', sent_at = now()", ""],
    ["Looking", "state = 'sent', sent_at = now()", "first_opened_at = now()"],
  ];
  const ids: string[] = [];
  for (const [name] of ways) ids.push(await add(people, name));
  await runsOf(people).send({ contactIds: ids });
  for (const [at, [, mail, token]] of ways.entries()) {
    await asSuperuser(`UPDATE mail SET ${mail} WHERE contact_id = $1`, [ids[at]]);
    if (token) await asSuperuser(`UPDATE tokens SET ${token} WHERE contact_id = $1`, [ids[at]]);
  }
  expect(await counts()).toEqual({ failed: 1, expired: 1, opened: 1, unopened: 1, unsent: 1 });
  expect((await stuck()).sort()).toEqual([
    ["Expired", "expired"],
    ["Failed", "failed"],
    ["Opened", "opened"],
    ["Unopened", "unopened"],
    ["Unsent", "unsent"],
  ]);
  expect(await stuck("expired")).toEqual([["Expired", "expired"]]);
  const funnel = await asActor(people.staff, (tx) => countFunnel(tx, hoursFromNow(-24)));
  expect(funnel).toEqual({ invited: 7, sent: 5, opened: 2, activated: 0, signedIn: 0 });
});

it("sends a fresh link to all who are stuck in one way, after which they are not", async () => {
  const ben = await add(people, "Ben");
  const runs = runsOf(people);
  await runs.send({ contactIds: [ben, people.contactId] });
  await asSuperuser("UPDATE tokens SET expires_at = now() - interval '1 hour'");
  expect((await counts()).expired).toBe(2);
  const again = await runs.send({ stuck: "expired" });
  expect((await runs.counts(again)).stages).toEqual({ queued: 2 });
  expect((await counts()).expired).toBe(0);
});

it("leaves out who cannot use the link: deactivated, or of a closed company", async () => {
  const ben = await add(people, "Ben");
  await runsOf(people).send({ contactIds: [ben] });
  await asSuperuser("UPDATE tokens SET expires_at = now() - interval '1 hour'");
  await staffActs(people.staff).deactivate(ben);
  expect(await stuck()).toEqual([]);
});

it("shows other organisations nothing", async () => {
  await runsOf(people).send({ contactIds: [people.contactId] });
  await asSuperuser("UPDATE tokens SET expires_at = now() - interval '1 hour'");
  const rival = await somePeople("rival");
  expect(await asActor(rival.staff, (tx) => listStuck(tx, {}))).toEqual({ rows: [], next: undefined });
});
