import { anotherCompany } from "@/tests/lib/contacts/arrange";
import { NEW, newestLink, origin, outbox, staffActs } from "@/tests/lib/credentials/scene";
import { asActor } from "@/db/as-actor";
import { findSteps } from "@/lib/activations/find-steps";
import { activateLogin } from "@/lib/credentials/activate-login";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import type { People } from "@/tests/support/people";
import { add, runsOf, someSenders } from "./scene";

let people: People;

beforeEach(async () => {
  await resetDatabase();
  people = await someSenders();
});

it("sends each their link, once, and says of each what became of it", async () => {
  const ben = await add(people, "Ben");
  const runs = runsOf(people);
  const id = await runs.send({ contactIds: [ben, people.contactId] });
  expect(await runs.state(id)).toBe("done");
  expect((await runs.counts(id)).stages).toEqual({ queued: 2 });
  expect(await outbox()).toEqual(
    [`account-activation to ${people.email}`, "account-activation to ben@example.com"].sort(),
  );
  await runs.work(id);
  expect(await outbox()).toHaveLength(2);
});

it("is started once", async () => {
  const runs = runsOf(people);
  const { id } = await runs.draw({ contactIds: [people.contactId] });
  const both = await Promise.allSettled([runs.start(id), runs.start(id)]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

it("looks again at each when their turn comes", async () => {
  const ben = await add(people, "Ben");
  const runs = runsOf(people);
  const { id } = await runs.draw({ contactIds: [ben, people.contactId] });
  await runs.start(id);
  await staffActs(people.staff).deactivate(ben);
  await runs.work(id);
  expect(await runs.recipients(id, "skipped")).toMatchObject([{ name: "Ben", reason: "deactivated" }]);
  expect(await outbox()).toHaveLength(1);
});

it("goes on where it was broken off, and sends nothing to those who wait once it was stopped", async () => {
  for (let at = 0; at < 3; at += 1) await add(people, `Ben${at}`);
  const runs = runsOf(people);
  const { id } = await runs.draw({ filter: "?q=ben" });
  await runs.start(id);
  await asSuperuser(
    "UPDATE activation_recipients SET outcome = 'skipped', reason = 'gone' WHERE contact_id = (SELECT min(contact_id::text)::uuid FROM activation_recipients)",
  );
  await runs.work(id);
  expect((await runs.counts(id)).stages).toEqual({ queued: 2, skipped: 1 });
  const other = await runs.draw({ filter: "?q=ben" });
  await runs.start(other.id);
  await runs.cancel(other.id);
  await runs.work(other.id);
  expect((await runs.counts(other.id)).reasons).toEqual({ cancelled: 3 });
  expect(await outbox()).toHaveLength(2);
  await expect(runs.cancel(other.id)).rejects.toThrow("ended already");
  await expect(runs.start(other.id)).rejects.toThrow("started or called off already");
});

it("stops with the reason when whoever started it may not send any more", async () => {
  const runs = runsOf(people);
  const { id } = await runs.draw({ contactIds: [people.contactId] });
  await runs.start(id);
  await asSuperuser("UPDATE staff_users SET deactivated_at = now()");
  await runs.work(id);
  expect(await runs.state(id)).toBe("failed");
  expect(await outbox()).toEqual([]);
});

it("follows each to the first sign-in", async () => {
  const runs = runsOf(people);
  const elsewhere = await anotherCompany(people);
  await add(people, "Ben", { companyId: elsewhere });
  const id = await runs.send({ filter: "?" });
  await asSuperuser(
    "UPDATE mail SET state = 'failed', server_words = '550 No such user' WHERE to_name = 'Ben'",
  );
  await asSuperuser("UPDATE mail SET state = 'sent' WHERE to_name <> 'Ben'");
  expect((await runs.counts(id)).stages).toEqual({ sent: 1, failed: 1 });
  expect(await runs.recipients(id, "failed")).toMatchObject([{ name: "Ben", words: "550 No such user" }]);
  const secret = await newestLinkOf(people.contactId);
  await activateLogin(origin, { organisation: people.slug, secret, password: NEW, terms: true });
  const { reached } = await runs.counts(id);
  expect(reached).toMatchObject({ invited: 2, sent: 1, opened: 1, activated: 1 });
  const steps = await asActor(people.staff, (tx) => findSteps(tx, people.contactId));
  expect(steps).toMatchObject({ opened: expect.any(Date), activated: expect.any(Date) });
});

async function newestLinkOf(contactId: string): Promise<string> {
  await asSuperuser("UPDATE tokens SET ended_at = now(), ended_reason = 'replaced' WHERE contact_id <> $1", [
    contactId,
  ]);
  return newestLink(people);
}
