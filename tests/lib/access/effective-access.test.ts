import fc from "fast-check";
import type { Tx } from "@/db/as-actor";
import { effectiveAccess } from "@/lib/access/effective-access";
import { loadAccessOf } from "@/lib/access/queries";
import { clock } from "@/lib/platform/clock";
import { resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";
import { line, naiveAnswers } from "./naive-model";
import { stories, TODAY } from "./random-stories";
import { played, type World } from "./stories-in-the-database";

const { now } = clock;
let people: People;

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
  clock.now = () => new Date(`${TODAY}T12:00:00Z`);
});
afterEach(() => (clock.now = now));

const place = (world: World, contactId: string) => world.contacts.findIndex(({ id }) => id === contactId);

async function loaded(tx: Tx, world: World): Promise<string[]> {
  const access = await loadAccessOf(
    tx,
    world.contacts.map(({ id }) => id),
  );
  return [...access]
    .flatMap(([contactId, { permissions }]) =>
      [...permissions].map(([id, answer]) =>
        line(place(world, contactId), id, answer.allowed, answer.usable),
      ),
    )
    .sort();
}

async function counted(tx: Tx, world: World): Promise<string[]> {
  type Row = { contact_id: string; permission: string; allowed: boolean; usable: boolean };
  const { rows } = await tx.execute<Row>(effectiveAccess());
  return rows
    .filter((row) => place(world, row.contact_id) >= 0)
    .map((row) => line(place(world, row.contact_id), row.permission, row.allowed, row.usable))
    .sort();
}

it("is the same for one contact, for counts and filters, and for a table of ticks, on random ledgers", async () => {
  await fc.assert(
    fc.asyncProperty(stories, (story) =>
      played(people.staff, story, async (tx, world) => {
        const expected = naiveAnswers(story);
        expect(await loaded(tx, world)).toEqual(expected);
        expect(await counted(tx, world)).toEqual(expected);
      }),
    ),
    { numRuns: 100 },
  );
}, 120_000);
