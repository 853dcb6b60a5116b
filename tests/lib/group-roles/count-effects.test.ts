import { eq } from "drizzle-orm";
import fc from "fast-check";
import type { Tx } from "@/db/as-actor";
import { groupRoles } from "@/db/schema";
import { permissionIds } from "@/lib/access/permissions";
import { loadAccessOf } from "@/lib/access/queries";
import { countEffects } from "@/lib/group-roles/count-effects";
import { clock } from "@/lib/platform/clock";
import { stories, TODAY } from "@/tests/lib/access/random-stories";
import { played, type World } from "@/tests/lib/access/stories-in-the-database";
import { resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";

const { now } = clock;
let people: People;

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
  clock.now = () => new Date(`${TODAY}T12:00:00Z`);
});
afterEach(() => (clock.now = now));

async function allowed(tx: Tx, world: World): Promise<Map<string, Set<string>>> {
  const ids = world.contacts.map(({ id }) => id);
  const answers = [...(await loadAccessOf(tx, ids))];
  return new Map(
    answers.map(([id, { permissions }]) => [
      id,
      new Set([...permissions].filter(([, answer]) => answer.allowed).map(([permission]) => permission)),
    ]),
  );
}

const edits = fc.record({ isActive: fc.boolean(), roles: fc.subarray([...permissionIds]) });

it("counts exactly those who gain and lose something when the edit is made, on random ledgers", async () => {
  await fc.assert(
    fc.asyncProperty(stories, edits, (story, edit) =>
      played(people.staff, story, async (tx, world) => {
        const [role] = await tx.select().from(groupRoles).orderBy(groupRoles.code).limit(1);
        if (!role) throw new Error("Every story has group roles.");
        const effects = await countEffects(tx, role, edit);
        const before = await allowed(tx, world);
        await tx.update(groupRoles).set(edit).where(eq(groupRoles.id, role.id));
        const after = await allowed(tx, world);
        const changed = (one: typeof before, other: typeof before) =>
          [...one].filter(([id, has]) => [...has].some((each) => !other.get(id)?.has(each))).length;
        expect(effects).toEqual({ gaining: changed(after, before), losing: changed(before, after) });
      }),
    ),
    { numRuns: 60 },
  );
}, 120_000);
