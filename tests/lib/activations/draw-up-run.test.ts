import { asActor } from "@/db/as-actor";
import { listRuns } from "@/lib/activations/queries";
import { drawUpRunInput } from "@/lib/activations/input";
import { newId } from "@/lib/platform/ids";
import { anotherCompany, limitedTo } from "@/tests/lib/contacts/arrange";
import { outbox, staffActs, withPassword } from "@/tests/lib/credentials/scene";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";
import { add, runsOf } from "./scene";

let people: People;

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
});

it("says to whom e-mails would go and why the others are skipped, and sends nothing", async () => {
  await withPassword(people);
  const ben = await add(people, "Ben");
  const dan = await add(people, "Dan", { email: "" });
  const eve = await add(people, "Eve");
  await staffActs(people.staff).deactivate(eve);
  const closed = await anotherCompany(people, "customer", "Closed Ltd");
  await asSuperuser("UPDATE companies SET status = 'closed' WHERE id = $1", [closed]);
  const fay = await add(people, "Fay", { companyId: closed });
  const elsewhere = await anotherCompany(people);
  const benThere = await add(people, "Ben", { companyId: elsewhere, link: true });
  const runs = runsOf(people);
  const { id } = await runs.draw({ contactIds: [ben, people.contactId, dan, eve, fay, benThere] });
  const { stages, reasons } = await runs.counts(id);
  expect(stages).toEqual({ waiting: 1, skipped: 5 });
  expect(reasons).toEqual({ active: 1, "no-email": 1, deactivated: 1, closed: 1, "same-login": 1 });
  expect(await runs.state(id)).toBe("draft");
  expect(await outbox()).toEqual([]);
});

it("takes all that a filter of the grid shows", async () => {
  await add(people, "Ben");
  await add(people, "Benno", { email: "" });
  const runs = runsOf(people);
  const all = await runs.draw({ filter: "?" });
  expect((await runs.counts(all.id)).stages).toEqual({ waiting: 2, skipped: 1 });
  const some = await runs.draw({ filter: "?q=ben&state=none" });
  expect((await runs.recipients(some.id)).map(({ name }) => name).sort()).toEqual(["Ben", "Benno"]);
});

it("reaches nobody beyond the reach of whoever asks, and no other organisation", async () => {
  const elsewhere = await anotherCompany(people);
  const there = await add(people, "Ben", { companyId: elsewhere });
  const rival = await somePeople("rival");
  const limited = runsOf(people, await limitedTo(people, people.companyId));
  const { id } = await limited.draw({ contactIds: [there, rival.contactId, people.contactId] });
  expect((await limited.recipients(id)).map(({ name }) => name)).toEqual(["Ana Trujillo"]);
  await expect(limited.draw({ contactIds: [there] })).rejects.toThrow("Nobody fits this choice");
  await expect(runsOf(rival).state(id)).rejects.toThrow("no such sending");
});

it("leaves no trace of what nobody fits", async () => {
  await expect(runsOf(people).draw({ contactIds: [newId()] })).rejects.toThrow("Nobody fits");
  expect(await asActor(people.staff, (tx) => listRuns(tx))).toEqual([]);
});

it("forgets drafts of yesterday", async () => {
  const runs = runsOf(people);
  const old = await runs.draw({ contactIds: [people.contactId] });
  await asSuperuser("UPDATE activation_runs SET created_at = now() - interval '25 hours'");
  const fresh = await runs.draw({ contactIds: [people.contactId] });
  const found = await asActor(people.staff, (tx) => listRuns(tx));
  expect(found.map(({ id }) => id)).toEqual([fresh.id]);
  await expect(runs.state(old.id)).rejects.toThrow("no such sending");
});

it.each([
  [{}],
  [{ contactIds: [] }],
  [{ contactIds: ["x"] }],
  [{ contactIds: Array.from({ length: 101 }, newId) }],
  [{ filter: "q=a" }],
  [{ filter: `?${"a".repeat(2_000)}` }],
  [{ stuck: "bored" }],
  [{ stuck: "failed", filter: "?" }],
])("is refused for %j", (input) => {
  expect(drawUpRunInput.safeParse(input).success).toBe(false);
});
