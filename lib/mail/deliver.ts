import { z } from "zod";
import { log } from "@/lib/platform/log";
import { batched } from "./batched";
import { claimMails, type ClaimedMail } from "./claim";
import type { Outcome } from "./outcome";
import { recordOutcomes, type Result } from "./record-outcomes";
import { makeMail } from "./make-mail";
import type { MadeMail } from "./own-template";
import type { RenderedMail } from "./render";
import { sealBodies } from "./seal";
import { senderOf } from "./sender";
import { messageIdOf, send } from "./transport";

// Outcomes of e-mails under way at once are written down together: the database is then no slower than the mail server.
const record = batched(recordOutcomes);

/** Which e-mails to send; as the job's payload says it. */
export const deliverMailsPayload = z.object({ organisationId: z.uuid(), mailIds: z.array(z.uuid()) });

/**
 * The worker's task: sends those of the e-mails that are still to be sent. Throws only when the database cannot be reached, so that the job
 * runs again.
 */
export async function deliverMails(
  { organisationId, mailIds }: z.infer<typeof deliverMailsPayload>,
  stopping?: AbortSignal,
): Promise<void> {
  const mails = await claimMails(organisationId, mailIds);
  await Promise.all(mails.map(async (mail) => record(organisationId, await attempt(mail, stopping))));
}

async function attempt(mail: ClaimedMail, stopping?: AbortSignal): Promise<Result> {
  const rendered = tryToRender(mail);
  const outcome = "kind" in rendered ? rendered : await sendRendered(mail, rendered, stopping);
  return {
    id: mail.id,
    tries: mail.tries,
    subject: "subject" in rendered ? rendered.subject : "",
    messageId: messageIdOf(mail.id),
    outcome,
    templateVersion: "html" in rendered ? rendered.templateVersion : null,
    templateFallback: "html" in rendered ? rendered.templateFallback : "",
    sealedBody: "html" in rendered && outcome.kind === "captured" ? sealBodies(mail.id, rendered) : null,
  };
}

function tryToRender(mail: ClaimedMail): MadeMail | Outcome {
  try {
    return makeMail(mail, mail.link, mail.own);
  } catch (error) {
    log.error({ err: error, mailId: mail.id, template: mail.template }, "An e-mail could not be rendered");
    return {
      kind: "refused",
      words: `Portico could not make this e-mail from the template “${mail.template}”.`,
    };
  }
}

const sendRendered = (mail: ClaimedMail, rendered: RenderedMail, stopping?: AbortSignal): Promise<Outcome> =>
  send(
    {
      ...rendered,
      id: mail.id,
      ...senderOf(mail.organisation.name, mail.sender),
      to: { name: mail.toName, address: mail.toAddress },
      logo: mail.logo?.image,
    },
    stopping,
  );
