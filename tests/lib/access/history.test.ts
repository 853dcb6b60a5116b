import fc from "fast-check";
import type { Tx } from "@/db/as-actor";
import { loadAccessOf } from "@/lib/access/queries";
import { redoChange, undoChange } from "@/lib/access/undo-change";
import { clock } from "@/lib/platform/clock";
import { resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";
import { line, naiveAnswers } from "./naive-model";
import { counted, stories, TODAY, type Story } from "./random-stories";
import { played, type World } from "./stories-in-the-database";

const { now } = clock;
let people: People;

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
});
afterEach(() => (clock.now = now));

/** Undoing a change, or redoing it when it is undone, after that step; which one is counted round among those made by then. */
type Turn = { after: number; which: number };
type History = { story: Story; turns: Turn[] };

const histories = fc.record<History>({
  // Group roles have a history of their own, by the database's clock.
  story: stories.map((story) => ({
    ...story,
    holdings: [],
    steps: story.steps.map((step) => (step.kind === "change" ? { ...step, isUndone: false } : step)),
  })),
  turns: fc.array(fc.record({ after: fc.nat(60), which: fc.nat(30) }), { minLength: 1, maxLength: 20 }),
});

// A step a minute; what is undone or redone after it a second each.
const momentOf = (step: number, second = 0) =>
  new Date(Date.parse(`${TODAY}T00:00:00Z`) + step * 60_000 + second * 1_000);
const END = new Date(`${TODAY}T23:59:59Z`);

const turnsAfter = ({ story, turns }: History, step: number) =>
  turns.filter(({ after }) => after % story.steps.length === step);

/** The story as it was told at that moment: what was not made yet says nothing, and what was undone then is undone. */
function asOf(history: History, at: Date): Story {
  const undone = new Set<number>();
  const made: number[] = [];
  for (const [index, step] of history.story.steps.entries()) {
    if (step.kind === "change") made.push(index);
    for (const [order, { which }] of turnsAfter(history, index).entries()) {
      if (made.length === 0 || momentOf(index, order + 1) > at) continue;
      const chosen = counted(made, which);
      if (!undone.delete(chosen)) undone.add(chosen);
    }
  }
  const steps = history.story.steps.map((step, index) => {
    if (step.kind !== "change") return step;
    return { ...step, entries: momentOf(index) > at ? [] : step.entries, isUndone: undone.has(index) };
  });
  return { ...history.story, steps };
}

const around = (history: History) => ({
  before: (step: number) => void (clock.now = () => momentOf(step)),
  after: async (tx: Tx, { changes }: World, step: number) => {
    for (const [order, { which }] of turnsAfter(history, step).entries()) {
      if (changes.length === 0) continue;
      clock.now = () => momentOf(step, order + 1);
      const context = { tx, actor: people.staff };
      const id = counted(changes, which);
      await undoChange(context, { id }).catch(() => redoChange(context, { id }));
    }
  },
});

async function loaded(tx: Tx, { contacts }: World, at?: Date): Promise<string[]> {
  const ids = contacts.map(({ id }) => id);
  return [...(await loadAccessOf(tx, ids, at))]
    .flatMap(([contactId, { permissions }]) =>
      [...permissions].map(([id, { allowed, usable }]) => line(ids.indexOf(contactId), id, allowed, usable)),
    )
    .sort();
}

it("tells access at any moment as the changes made, undone and redone by then decide it", async () => {
  await fc.assert(
    fc.asyncProperty(histories, fc.array(fc.nat(60 * 60), { maxLength: 4 }), (history, seconds) =>
      played(
        people.staff,
        history.story,
        async (tx, world) => {
          clock.now = () => END;
          expect(await loaded(tx, world)).toEqual(naiveAnswers(asOf(history, END)));
          for (const second of seconds) {
            const at = momentOf(0, second);
            expect(await loaded(tx, world, at)).toEqual(naiveAnswers(asOf(history, at)));
          }
        },
        around(history),
      ),
    ),
    { numRuns: 60 },
  );
}, 180_000);

it("is, with any changes undone, the access of a ledger that they were never in", async () => {
  await fc.assert(
    fc.asyncProperty(histories, (history) =>
      played(
        people.staff,
        history.story,
        async (tx, world) => {
          clock.now = () => END;
          const { steps } = asOf(history, END);
          const without = steps.map((step) =>
            step.kind === "change" && step.isUndone ? { ...step, isUndone: false, entries: [] } : step,
          );
          expect(await loaded(tx, world)).toEqual(naiveAnswers({ ...history.story, steps: without }));
        },
        around(history),
      ),
    ),
    { numRuns: 30 },
  );
}, 120_000);
