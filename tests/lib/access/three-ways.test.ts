import fc from "fast-check";
import { sql, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { withHashing } from "@/db/planning";
import { idsInStanding } from "@/lib/access/ids-in-standing";
import { audiences, permissions, type Audience, type PermissionId } from "@/lib/access/permissions";
import { loadAccessOf } from "@/lib/access/queries";
import { inStanding } from "@/lib/access/standing";
import { clock } from "@/lib/platform/clock";
import { resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";
import { line, naiveAnswers } from "./naive-model";
import { asked, longStories, stories, TODAY, type Story } from "./random-stories";
import { played, type World } from "./stories-in-the-database";

const { now } = clock;
let people: People;

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
  clock.now = () => new Date(`${TODAY}T12:00:00Z`);
});
afterEach(() => (clock.now = now));

async function loaded(tx: Tx, { contacts }: World): Promise<string[]> {
  const ids = contacts.map(({ id }) => id);
  return [...(await loadAccessOf(tx, ids))]
    .flatMap(([contactId, access]) =>
      [...access.permissions].map(([id, { allowed, usable }]) =>
        line(ids.indexOf(contactId), id, allowed, usable),
      ),
    )
    .sort();
}

type Standing = "allowed" | "usable";
type Query = (audience: Audience, permission: PermissionId, standing: Standing) => SQL;

/** How filters, counts and exports find everybody for whom a permission stands so. */
const asSet: Query = (...asked) => idsInStanding(...asked);

/** How a page of the grid asks it of each contact that it walks. */
const asWalk: Query = (audience, ...asked) =>
  sql`SELECT contacts.id FROM contacts WHERE contacts.kind = ${audience} AND ${inStanding(audience, ...asked).test}`;

const isAsked = ({ id }: { id: string }) => asked.some((each) => each === id);

/** Every cell as a query tells it, asked one permission after the other. */
async function found(tx: Tx, { contacts }: World, query: Query): Promise<string[]> {
  const lines: string[] = [];
  for (const audience of audiences)
    for (const { id } of permissions[audience].filter(isAsked)) {
      const those = async (standing: Standing) => {
        const { rows } = await withHashing(tx, () =>
          tx.execute<{ id: string }>(query(audience, id, standing)),
        );
        return new Set(rows.map((row) => row.id));
      };
      const [allowed, usable] = [await those("allowed"), await those("usable")];
      for (const [index, contact] of contacts.entries())
        if (contact.kind === audience)
          lines.push(line(index, id, allowed.has(contact.id), usable.has(contact.id)));
    }
  return lines.sort();
}

async function compare(tx: Tx, world: World, story: Story): Promise<void> {
  const expected = naiveAnswers(story);
  expect(await loaded(tx, world)).toEqual(expected);
  const cells = expected.filter((text) => isAsked({ id: text.split(" ")[1] ?? "" }));
  expect(await found(tx, world, asSet)).toEqual(cells);
  expect(await found(tx, world, asWalk)).toEqual(cells);
}

const holds = (arbitrary: fc.Arbitrary<Story>, numRuns: number) =>
  fc.assert(
    fc.asyncProperty(arbitrary, (story) =>
      played(people.staff, story, (tx, world) => compare(tx, world, story)),
    ),
    { numRuns, endOnFailure: numRuns === 1 },
  );

it("is the same for one contact, for filters, for a page and for a table of ticks, on random ledgers", async () => {
  await holds(stories, 40);
}, 240_000);

it("is the same on a ledger of thousands of changes", async () => {
  await holds(longStories, 1);
}, 240_000);
