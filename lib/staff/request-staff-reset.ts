import { sql } from "drizzle-orm";
import type { z } from "zod";
import type { SystemActor } from "@/db/actor";
import { asSystem, type Tx } from "@/db/as-actor";
import { record } from "@/lib/audit/record";
import { accountKey, countAct } from "@/lib/throttle/throttle";
import type { requestStaffResetInput } from "./input";
import { mailInvitation, mailStaffReset } from "./mail-links";
import { findPerson } from "./people";
import { findStaffByEmail } from "./queries";

/** The job that looks the e-mail up and sends the link, after the request was answered. */
export const SEND_STAFF_RESET = "send-staff-reset";

const HOUR = 3600;

/** Takes a request for a reset link; only a job is written, so the answer takes as long for known and unknown e-mails. */
export async function requestStaffReset(
  _: unknown,
  input: z.output<typeof requestStaffResetInput>,
): Promise<null> {
  await countAct("staff-way-in", accountKey("staff", "", input.email), 6, HOUR);
  await asSystem("forgotten staff password", "any", (tx) =>
    tx.execute(
      sql`SELECT graphile_worker.add_job(${SEND_STAFF_RESET}, ${JSON.stringify(input)}::json, job_key := ${`${SEND_STAFF_RESET} ${input.email}`})`,
    ),
  );
  return null;
}

/**
 * Sends a staff user what lets them in, if that is still their address: a reset link when they have a password, else the invitation that
 * is open, anew. Nothing goes to somebody whose account is shut or whose invitation was withdrawn.
 */
export async function sendWayInTo(tx: Tx, actor: SystemActor, staffId: string, email: string): Promise<void> {
  const person = await findPerson(tx, staffId);
  if (person?.email !== email) return;
  const about = { staffId, subject: person.name };
  if (person.acts.includes("send-reset-link")) {
    await mailStaffReset(tx, actor, person);
    await record(tx, actor, { act: "staff.reset-requested", ...about });
  } else if (person.invitationId) {
    await mailInvitation(tx, actor, person);
    await record(tx, actor, { act: "staff.activation-sent", ...about, after: { email } });
  }
}

/** Sends whoever of the staff has this e-mail what lets them in; does nothing when there is nobody. */
export async function sendStaffReset(email: string): Promise<void> {
  const found = await asSystem("forgotten staff password", "any", (tx) => findStaffByEmail(tx, email));
  if (!found?.isActive) return;
  await asSystem("forgotten staff password", found.organisationId, (tx, actor) =>
    sendWayInTo(tx, actor, found.id, email),
  );
}
