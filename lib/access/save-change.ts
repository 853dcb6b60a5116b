import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { logAccessChange } from "@/lib/activity/log-activity";
import { record } from "@/lib/audit/record";
import { clock } from "@/lib/platform/clock";
import { Refusal } from "@/lib/platform/errors";
import { nextChangeId } from "./append-change";
import { currentBasis } from "./current-basis";
import { describeOperation } from "./describe-operation";
import { findTargets, namesOf, type Target } from "./find-targets";
import { findMeetings } from "./meetings";
import { subjectsOf, type Basis, type Operation, type SaveChangeInput } from "./operations";
import { findPermission, SERVICES } from "./permissions";
import { findToday } from "./today";
import { writeOperations } from "./write-operations";

type Context = { tx: Tx; actor: StaffActor };

/** A saved change, and what it is called wherever access is explained. */
export type SavedChange = { changeId: number; summary: string };

/**
 * Saves everything that was staged as one access change. Refused as a whole, saying which operation is in the way, when a company or
 * contact is gone, a last day is over, or somebody changed the same since `basis`; the refusal brings the basis with which it may be
 * saved over what was told.
 */
export async function saveChange({ tx, actor }: Context, input: SaveChangeInput): Promise<SavedChange> {
  const { audience, operations } = input;
  refuseManyFilters(operations);
  const changeId = await nextChangeId(tx, actor.organisationId);
  refuseForeignPermissions(input);
  await refusePastDays(tx, operations);
  const targets = await findTargets(tx, audience, operations);
  await refuseMeetings(tx, { ...input, basis: await knownBasis(tx, input.basis, changeId) }, targets);
  const words = operations.map((operation, index) =>
    describeOperation(operation, audience, namesOf(targets[index] ?? { kind: "everyone" })),
  );
  const summary = summaryOf(words);
  const reach = await writeOperations(tx, actor, { changeId, summary, audience, operations, targets });
  await record(tx, actor, {
    act: "access.changed",
    subject: summary,
    ...onlyOneConcerned(targets),
    before: { lastChangeId: changeId - 1 },
    after: { changeId, operations: words, ...reach },
  });
  await logAccessChange(tx, { changeId, ...reach }, actor.name, summary);
  return { changeId, summary };
}

// The clocks of several servers differ by less.
const CLOCKS_MS = 60_000;

/** What the screen knew; nothing at all when it claims to know what is still to come, as nobody's does. */
async function knownBasis(tx: Tx, basis: Basis, changeId: number): Promise<Basis> {
  const { snapshot } = await currentBasis(tx);
  const isAhead =
    basis.changeId >= changeId ||
    basis.at.getTime() > clock.now().getTime() + CLOCKS_MS ||
    nextIn(basis.snapshot) > nextIn(snapshot);
  return isAhead ? { changeId: 0, at: new Date(0), snapshot: "1:1:" } : basis;
}

/** The transaction that was to come next when the snapshot was taken. */
const nextIn = (snapshot: string) => BigInt(snapshot.split(":")[1] ?? 0);

/** What a change is called: its first operation, and how many others there are. */
function summaryOf([first = "", ...others]: readonly string[]): string {
  return others.length === 0 ? first : `${first}, and ${others.length} more`;
}

// Each can look through every contact, and until the last has, nobody else can change access or add a contact.
const MOST_FILTERS = 20;

function refuseManyFilters(operations: readonly Operation[]): void {
  const filters = operations.flatMap(({ reach }, index) => (reach.kind === "filter" ? [index] : []));
  if (filters.length <= MOST_FILTERS) return;
  throw new Refusal(
    "invalid",
    `At most ${MOST_FILTERS} staged changes can go by a filter. Nothing was saved: drop some, update, and stage them again.`,
    undefined,
    { kind: "access-invalid", operations: filters.slice(MOST_FILTERS) },
  );
}

function refuseForeignPermissions({ audience, operations }: SaveChangeInput): void {
  const wrong = operations.findIndex((operation) =>
    subjectsOf(operation, audience).some(
      (subject) => subject !== SERVICES && !findPermission(audience, subject),
    ),
  );
  if (wrong < 0) return;
  throw new Refusal(
    "invalid",
    `One staged change is for a permission that ${audience}s' contacts do not have. Nothing was saved: drop it and update again.`,
    undefined,
    { kind: "access-invalid", operations: [wrong] },
  );
}

async function refusePastDays(tx: Tx, operations: readonly Operation[]): Promise<void> {
  if (operations.every(({ lastDay }) => lastDay === null)) return;
  const today = await findToday(tx, clock.now());
  const over = operations.flatMap(({ lastDay }, index) => (lastDay && lastDay < today ? [index] : []));
  if (over.length === 0) return;
  throw new Refusal(
    "invalid",
    "A last day that you chose is over. Nothing was saved: choose today or a later day.",
    Object.fromEntries(over.map((index) => [`operations.${index}.lastDay`, "Choose today or a later day."])),
    { kind: "access-invalid", operations: over },
  );
}

async function refuseMeetings(tx: Tx, input: SaveChangeInput, targets: readonly Target[]): Promise<void> {
  const meetings = await findMeetings(tx, input, targets);
  if (meetings.length === 0) return;
  const makers = [...new Set(meetings.map(({ by }) => by))];
  const who = makers.length === 1 ? makers[0] : `${makers[0]} and others`;
  throw new Refusal(
    "conflict",
    `${who} changed the same since you began. Nothing of yours was saved yet: look at both, then save yours over it or drop it.`,
    undefined,
    { kind: "access-met", basis: await currentBasis(tx), meetings },
  );
}

/** The company or contact whose activity shows the change, if it concerns just one. */
function onlyOneConcerned(targets: readonly Target[]): { companyId?: string; contactId?: string } {
  const contacts = new Set<string>();
  const companies = new Set<string>();
  for (const target of targets) {
    if (target.kind === "everyone" || target.kind === "filter") return {};
    if (target.kind === "contact") contacts.add(target.contact.id);
    for (const id of target.kind === "contact"
      ? [target.contact.companyId]
      : target.companies.map((company) => company.id))
      companies.add(id);
  }
  if (companies.size !== 1) return {};
  const [companyId] = companies;
  const isPersonal = contacts.size === 1 && targets.every(({ kind }) => kind === "contact");
  return { companyId, ...(isPersonal && { contactId: [...contacts][0] }) };
}
