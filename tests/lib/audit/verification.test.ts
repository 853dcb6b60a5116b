import { asActor, asSystem } from "@/db/as-actor";
import {
  askNightly,
  askVerification,
  findChainEnd,
  findLatestVerification,
  workOnVerification,
} from "@/lib/audit/verification";
import { findingWords } from "@/lib/audit/finding-words";
import { clock } from "@/lib/platform/clock";
import { asSuperuser, resetDatabase } from "../../support/database";
import { somePeople, type People } from "../../support/people";
import { named, someEvents, tamper } from "./tampering";

let people: People;

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
  await someEvents(people, 3);
});
afterEach(() => jest.restoreAllMocks());

const ask = () => asActor(people.staff, (tx) => askVerification({ tx, actor: people.staff }));
const latest = () => asActor(people.staff, findLatestVerification);
const work = async (verificationId: string) =>
  workOnVerification({ organisationId: people.organisationId, verificationId });

it("a verification says who asked, how far it is, and that everything is as it was sealed", async () => {
  const { id } = await ask();
  expect(await latest()).toMatchObject({ id, askedByName: "Clerk", outcome: null });
  await work(id);
  const end = await asActor(people.staff, findChainEnd);
  expect(await latest()).toMatchObject({
    outcome: "intact",
    checked: 3,
    total: 3,
    headPosition: 3,
    headHash: end?.hash,
    findingCount: 0,
  });
});

it("says in words what it found", async () => {
  const { id } = await ask();
  await work(id);
  await tamper(`UPDATE audit_events SET subject = 'other' WHERE ${named("event 2")}`);
  await work((await ask()).id);
  const found = await latest();
  expect(found).toMatchObject({ outcome: "broken", findingCount: 1 });
  const said = found?.findings.map((finding) => findingWords(finding, () => "3 Nov 2026"));
  expect(said).toEqual([
    "Place 2: the event of 3 Nov 2026 is not as it was sealed. It, or its place, was changed.",
  ]);
});

it("asked for twice is one verification, until the first has ended or was not heard of for five minutes", async () => {
  const first = await ask();
  expect(await ask()).toEqual(first);
  expect(
    await asSuperuser("SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = 'verify-audit'"),
  ).toHaveLength(1);
  const later = Date.now() + 6 * 60_000;
  jest.spyOn(clock, "now").mockImplementation(() => new Date(later));
  expect(await ask()).not.toEqual(first);
});

it("asked for by a page that does not know the latest one yet is that one", async () => {
  const first = await ask();
  await work(first.id);
  const again = (after: string) =>
    asActor(people.staff, (tx) => askVerification({ tx, actor: people.staff }, { after }));
  expect(await again("none")).toEqual(first);
  expect(await again(first.id)).not.toEqual(first);
});

it("is asked for every organisation at night", async () => {
  const others = await somePeople("other");
  await askNightly();
  for (const { organisationId } of [people, others])
    expect(await asSystem("a test", organisationId, findLatestVerification)).toMatchObject({
      askedByName: "Portico",
    });
});
