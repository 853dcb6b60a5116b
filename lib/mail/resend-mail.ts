import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { mail } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { clock } from "@/lib/platform/clock";
import { Refusal } from "@/lib/platform/errors";
import { DELIVER_MAIL, enqueueMail } from "./enqueue";
import { findMail, type MailDetail } from "./find-mail";
import type { resendMailInput } from "./input";
import { templateNamed } from "./templates";
import { concernsOnlyAdministrators } from "./may-handle";

/**
 * Sends an e-mail again, as a new one to the same address, and answers the new one's id; one that waits for its next try is tried at once.
 * Refused when its link no longer works, saying what to do instead.
 */
export async function resendMail(
  { tx, actor }: { tx: Tx; actor: StaffActor },
  { mailId }: z.output<typeof resendMailInput>,
): Promise<{ mailId: string }> {
  const found = await findMail(tx, mailId);
  if (!found) throw new Refusal("not-found", "There is no such e-mail.");
  if (concernsOnlyAdministrators(found, actor))
    throw new Refusal("forbidden", "E-mails to staff are sent again by administrators. Ask one of them.");
  const refusal = whyNot(found);
  if (refusal) throw new Refusal("conflict", refusal);
  const id = found.state === "queued" ? await tryNow(tx, found) : await sendCopy(tx, found);
  const { companyId, contactId, toAddress, template } = found;
  await record(tx, actor, {
    ...{ act: "mail.resent", companyId, contactId, staffId: found.staffId, subject: toAddress },
    after: { template },
  });
  return { mailId: id };
}

/** Why an e-mail cannot be sent again, and what to do instead; null when it can. */
export function whyNot({ state, token, contactId, staffId }: MailDetail): string | null {
  if (state === "sending")
    return "This e-mail is being sent at this moment. Wait until the mail server has answered.";
  if (!token || token.state === "live") return null;
  // The e-mail is counted from when it is sent: one that never went out has not begun to expire.
  if (token.state === "expired" && state === "queued") return null;
  const instead =
    token.purpose === "staff-reset"
      ? "Ask them to use “Forgot password” on the sign-in page."
      : `Send a new one${contactId ? " from the contact's page" : staffId ? " from their page under Staff" : ""}.`;
  const sentences = {
    used: `The link in this e-mail has been used, so it would not work again. ${instead}`,
    expired: `The link in this e-mail has expired. ${instead}`,
    cancelled: `The link in this e-mail was cancelled. ${instead}`,
    replaced: `A newer link has replaced the one in this e-mail. ${instead}`,
  };
  return sentences[token.state];
}

async function tryNow(tx: Tx, { organisationId, id }: MailDetail): Promise<string> {
  await tx
    .update(mail)
    .set({ nextTryAt: clock.now() })
    .where(and(eq(mail.id, id), eq(mail.state, "queued")));
  await tx.execute(sql`SELECT graphile_worker.add_job(${DELIVER_MAIL},
    json_build_object('organisationId', ${organisationId}::uuid, 'mailIds', json_build_array(${id}::uuid)), job_key => ${id})`);
  return id;
}

const sendCopy = (tx: Tx, { toAddress, toName, data, ...found }: MailDetail): Promise<string> =>
  enqueueMail(tx, {
    ...{ organisationId: found.organisationId, template: templateNamed(found.template), data },
    ...{ companyId: found.companyId, contactId: found.contactId, loginId: found.loginId },
    ...{ staffId: found.staffId, tokenId: found.tokenId },
    to: { address: toAddress, name: toName },
  });
