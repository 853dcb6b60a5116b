import { record } from "@/lib/audit/record";
import { enqueueMail } from "@/lib/mail/enqueue";
import { displayNameOf } from "@/lib/mail/templates";
import type { SendTestInput } from "./input";
import { demandAccepted, demandTemplate, type Context } from "./write-version";

type Sent = { mailId: string; to: string };

/** Sends what is typed, saved or not, to the asker's own address with the template's sample, by the way that every e-mail goes. */
export async function sendTest(
  { tx, actor, session }: Context & { session: { email: string } },
  { template, ...sources }: SendTestInput,
): Promise<Sent> {
  const { name } = await demandTemplate(tx, template);
  demandAccepted(name, sources);
  const { organisationId, staffId } = actor;
  const mailId = await enqueueMail(tx, {
    ...{ organisationId, staffId, template: name },
    to: { address: session.email, name: actor.name },
    data: { draft: sources },
  });
  await record(tx, actor, {
    ...{ act: "template.test-sent", staffId, subject: displayNameOf(name) },
    after: { template: name },
  });
  return { mailId, to: session.email };
}
