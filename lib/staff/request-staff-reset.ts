import { sql } from "drizzle-orm";
import type { z } from "zod";
import { asSystem } from "@/db/as-actor";
import { record } from "@/lib/audit/record";
import { enqueueMail } from "@/lib/mail/enqueue";
import { accountKey, countAct } from "@/lib/throttle/throttle";
import { createToken } from "@/lib/tokens/create-token";
import type { requestStaffResetInput } from "./input";
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

/** Sends a reset link to the active staff user with this e-mail; does nothing when there is none. */
export async function sendStaffReset(email: string): Promise<void> {
  const found = await asSystem("forgotten staff password", "any", (tx) => findStaffByEmail(tx, email));
  if (!found?.isActive) return;
  const { organisationId, id: staffId, name } = found;
  await asSystem("forgotten staff password", organisationId, async (tx, actor) => {
    const tokenId = await createToken(tx, actor, { purpose: "staff-reset", staffId, email });
    await enqueueMail(tx, {
      organisationId,
      template: "password-reset",
      to: { address: email, name },
      staffId,
      tokenId,
    });
    await record(tx, actor, { act: "staff.reset-requested", staffId, subject: name });
  });
}
