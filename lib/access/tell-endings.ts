import { asSystem, type Tx } from "@/db/as-actor";
import type { SystemActor } from "@/db/actor";
import { accessEndings, organisations } from "@/db/schema";
import { recordAll } from "@/lib/audit/record";
import { enqueueMails } from "@/lib/mail/enqueue";
import { clock } from "@/lib/platform/clock";
import { findEndings, type Ending } from "./find-endings";
import { subjectLabel } from "./describe-operation";
import { findToday } from "./today";

/** The job that tells contacts, once a day, what access of theirs ends in a week. */
export const TELL_ENDINGS = "tell-endings";

const REASON = "access that ends";

/** Tells the contacts of every organisation by e-mail what they lose within seven days; each ending is told once. */
export async function tellEndings(): Promise<void> {
  const all = await asSystem(REASON, "any", (tx) => tx.select({ id: organisations.id }).from(organisations));
  for (const { id } of all) {
    let after: string | undefined;
    do {
      after = await asSystem(REASON, id, (tx, actor) => tellSome(tx, actor, after));
    } while (after);
  }
}

/** Tells some contacts behind `after`; answers the last that it looked at, or undefined when there are no more. */
async function tellSome(tx: Tx, actor: SystemActor, after: string | undefined) {
  const today = await findToday(tx, clock.now());
  const { endings, last } = await findEndings(tx, today, after);
  const told = await markTold(tx, actor, endings);
  await write(tx, actor, told);
  return last;
}

/** Those that nobody else has told in the meantime. */
async function markTold(tx: Tx, { organisationId }: SystemActor, endings: Ending[]): Promise<Ending[]> {
  if (endings.length === 0) return [];
  const marked = await tx
    .insert(accessEndings)
    .values(endings.map(({ entry }) => ({ ...entry, organisationId, toldAt: clock.now() })))
    .onConflictDoNothing()
    .returning({ changeId: accessEndings.changeId, position: accessEndings.position });
  const keys = new Set(marked.map(({ changeId, position }) => `${changeId} ${position}`));
  return endings.filter(({ entry }) => keys.has(`${entry.changeId} ${entry.position}`));
}

async function write(tx: Tx, actor: SystemActor, told: Ending[]): Promise<void> {
  const letters = lettersOf(told);
  await enqueueMails(
    tx,
    letters.map(({ contact, lastDay, access }) => ({
      organisationId: actor.organisationId,
      template: "access-ending",
      to: { address: contact.email, name: contact.name },
      contactId: contact.id,
      companyId: contact.companyId,
      loginId: contact.loginId,
      data: { access, lastDay },
    })),
  );
  await recordAll(
    tx,
    actor,
    letters.map(({ contact, lastDay, access }) => ({
      act: "access.ending-told",
      subject: contact.name,
      contactId: contact.id,
      companyId: contact.companyId,
      after: { lastDay, access },
    })),
  );
}

/** One letter for each contact and last day, with everything that ends on it. */
function lettersOf(told: Ending[]) {
  const letters = new Map<string, { contact: Ending["contact"]; lastDay: string; access: string[] }>();
  for (const { contact, lastDay, permission } of told) {
    const key = `${contact.id} ${lastDay}`;
    const letter = letters.get(key) ?? { contact, lastDay, access: [] };
    letter.access.push(subjectLabel(permission, contact.audience));
    letters.set(key, letter);
  }
  return [...letters.values()];
}
