import { and, eq, lt, sql, type SQL } from "drizzle-orm";
import type { z } from "zod";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { withHashing } from "@/db/planning";
import { activationRuns, type ActivationSelection } from "@/db/schema";
import { searchedContacts } from "@/lib/contacts/list-contacts";
import { readContactFilter } from "@/lib/contacts/list-input";
import { clock, hoursFromNow } from "@/lib/platform/clock";
import { Refusal } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { allIds } from "@/lib/search/find-ids";
import type { drawUpRunInput } from "./input";
import { stuckContacts } from "./stage-sql";

type Context = { tx: Tx; actor: StaffActor };
type Input = z.output<typeof drawUpRunInput>;

const MOST = 100_000;
const DRAFTS_KEPT_HOURS = 24;

/**
 * Draws up whom an activation e-mail would go to, and who would be skipped for what reason; nothing is sent yet. Refuses when nobody is
 * chosen or more than 100,000 are.
 */
export async function drawUpRun({ tx, actor }: Context, input: Input): Promise<{ id: string }> {
  const id = newId();
  const { organisationId, staffId, name } = actor;
  const { selection, ids } = selectionOf(actor, input);
  await removeOldDrafts(tx, staffId);
  await tx.insert(activationRuns).values({
    ...{ organisationId, id, selection, template: "account-activation", recipients: 0 },
    ...{ createdAt: clock.now(), createdBy: staffId, createdByName: name },
  });
  const recipients = await withHashing(tx, () => addRecipients(tx, id, ids));
  if (recipients === 0)
    throw new Refusal(
      "conflict",
      "Nobody fits this choice any more. Go back to the contacts and choose again.",
    );
  if (recipients > MOST)
    throw new Refusal(
      "conflict",
      `At most ${MOST.toLocaleString("en-GB")} contacts can be sent to at once. Narrow the filter, for example to customers or to one letter, and send in parts.`,
    );
  await tx.update(activationRuns).set({ recipients }).where(eq(activationRuns.id, id));
  return { id };
}

function selectionOf(
  actor: StaffActor,
  { contactIds, filter, stuck }: Input,
): { selection: ActivationSelection; ids: SQL } {
  if (stuck) return { selection: { stuck }, ids: stuckContacts(stuck) };
  if (filter !== undefined)
    return {
      selection: { filter },
      ids: allIds(searchedContacts(actor, readContactFilter(filter))),
    };
  const chosen = [...new Set(contactIds)];
  return { selection: { chosen: chosen.length }, ids: sql`SELECT unnest(${sql.param(chosen)}::uuid[])` };
}

// The same order of reasons as acts on a single contact give.
const reason = sql`CASE WHEN c.deactivated_at IS NOT NULL THEN 'deactivated' WHEN l.id IS NULL THEN 'no-email'
  WHEN co.status = 'closed' THEN 'closed' WHEN l.password_hash IS NOT NULL AND l.temporary_until IS NULL THEN 'active' END`;

async function addRecipients(tx: Tx, runId: string, ids: SQL): Promise<number> {
  const chosen = sql`SELECT c.organisation_id, c.id, c.login_id, co.name AS company, ${reason} AS reason
    FROM contacts c JOIN companies co ON co.organisation_id = c.organisation_id AND co.id = c.company_id
    LEFT JOIN logins l ON l.organisation_id = c.organisation_id AND l.id = c.login_id
    WHERE c.organisation_id = app_organisation() AND c.id = ANY (ARRAY(${ids})) LIMIT ${MOST + 1}`;
  // One link opens every company that a login serves: the first by name gets it.
  const judged = sql`SELECT *, CASE WHEN reason IS NULL AND row_number() OVER (PARTITION BY login_id, reason IS NULL ORDER BY company, id) > 1
      THEN 'same-login' ELSE reason END AS because FROM (${chosen}) AS chosen`;
  const { rowCount } = await tx.execute(sql`
    INSERT INTO activation_recipients (organisation_id, run_id, contact_id, outcome, reason)
    SELECT organisation_id, ${runId}::uuid, id, CASE WHEN because IS NULL THEN 'waiting' ELSE 'skipped' END, because FROM (${judged}) AS judged`);
  return rowCount ?? 0;
}

async function removeOldDrafts(tx: Tx, staffId: string): Promise<void> {
  const { createdBy, state, createdAt } = activationRuns;
  const isOld = lt(createdAt, hoursFromNow(-DRAFTS_KEPT_HOURS));
  await tx.delete(activationRuns).where(and(eq(createdBy, staffId), eq(state, "draft"), isOld));
}
