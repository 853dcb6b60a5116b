import fc from "fast-check";
import { asActor } from "@/db/as-actor";
import { appendChange, type NewEntry } from "@/lib/access/append-change";
import type { LedgerSubject } from "@/lib/access/permissions";
import { loadAccessOf } from "@/lib/access/queries";
import { undoChange } from "@/lib/access/undo-change";
import { clock } from "@/lib/platform/clock";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";
import { addCompany, addContact } from "./arrange";
import { line, naiveAnswers } from "./naive-model";
import { changesAtOnce, counted, TODAY, type Step, type StoryEntry } from "./random-stories";

const { now } = clock;
const steps: Step[] = [
  { kind: "company", audience: "customer", under: null },
  { kind: "company", audience: "customer", under: null },
  ...[0, 0, 1].map((company) => ({ kind: "contact" as const, company })),
];
let people: People;
let companyIds: string[];
let contactIds: string[];

beforeEach(async () => {
  clock.now = () => new Date(`${TODAY}T12:00:00Z`);
  await resetDatabase();
  people = await somePeople();
  companyIds = [await addCompany(people, "One"), await addCompany(people, "Two")];
  contactIds = [];
  for (const company of [0, 0, 1])
    contactIds.push(await addContact(people, counted(companyIds, company), "Ana"));
});
afterEach(() => (clock.now = now));

function targeted({ target, scope, ...entry }: StoryEntry): NewEntry {
  const common = { ...entry, permission: entry.permission as LedgerSubject };
  if (scope === "contact") return { ...common, scope, contactId: counted(contactIds, target) };
  if (scope === "everyone") return { ...common, scope };
  return { ...common, scope: "company", companyId: counted(companyIds, target) };
}

type Change = Step & { kind: "change" };

/** Makes the change, and undoes it in a transaction of its own if it is to be undone; answers its id. */
async function make(change: Change): Promise<number> {
  const actor = people.staff;
  const id = await asActor(actor, (tx) =>
    appendChange(tx, actor, { summary: "At once", entries: change.entries.map(targeted) }),
  );
  if (change.isUndone) await asActor(actor, (tx) => undoChange({ tx, actor }, { id }));
  return id;
}

const answers = () =>
  asActor(people.staff, async (tx) =>
    [...(await loadAccessOf(tx, contactIds))]
      .flatMap(([contactId, { permissions }]) =>
        [...permissions].map(([id, { allowed, usable }]) =>
          line(contactIds.indexOf(contactId), id, allowed, usable),
        ),
      )
      .sort(),
  );

it("of many changes and undoings at once keeps every one, and lets the order of commits decide", async () => {
  const [organisation] = await asSuperuser<{ modules: string[] }>("SELECT modules FROM organisations");
  const still = {
    modules: organisation?.modules ?? [],
    roles: [],
    holdings: [],
    deactivated: [],
    closed: [],
    hidden: [],
  };
  await fc.assert(
    fc.asyncProperty(changesAtOnce, async (changes) => {
      await asSuperuser("TRUNCATE access_changes CASCADE");
      const made = await Promise.all(changes.map(async (change) => ({ change, id: await make(change) })));
      made.sort((one, other) => one.id - other.id);
      expect(made.map(({ id }) => id)).toEqual(changes.map((_, index) => index + 1));
      const inOrder = made.map(({ change }) => change);
      expect(await answers()).toEqual(naiveAnswers({ ...still, steps: [...steps, ...inOrder] }));
    }),
    { numRuns: 25 },
  );
}, 120_000);
