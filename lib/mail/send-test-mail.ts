import { eq } from "drizzle-orm";
import { createTransport } from "nodemailer";
import { z } from "zod";
import type { StaffActor } from "@/db/actor";
import { asActor, type Tx } from "@/db/as-actor";
import { organisations } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { env } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";
import { countAct } from "@/lib/throttle/throttle";
import { outcomeOf, tidy, type Outcome } from "./outcome";
import { senderColumns, senderOf } from "./sender";
import { messageOf, type OutgoingMail } from "./transport";

export const testMailInput = z.object({
  send: z.literal("test", { error: "Press “Send test e-mail”." }),
});

/** What came of a test e-mail, and every line that the mail server said on the way. */
export type TestedMail = { to: string; kind: Outcome["kind"]; words: string; said: string[] };

type Context = { actor: StaffActor; session: { email: string; name: string } };

const HOURLY = 10;
const MOST_LINES = 60;

// Somebody waits in front of the screen: a server that takes longer is one to look into.
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** Sends whoever asks an e-mail there and then, as e-mails of the organisation are sent, and returns the mail server's own words. */
export async function sendTestMail({ actor, session }: Context): Promise<TestedMail> {
  await countAct("test-mail", actor.staffId, HOURLY, 3600);
  const mail = await asActor(actor, (tx) => testMail(tx, actor, session));
  const tested = await converse(mail);
  const { to, kind, words } = tested;
  await asActor(actor, (tx) =>
    record(tx, actor, {
      act: "organisation.mail-tested",
      after: { to, from: mail.from.address, kind, words },
    }),
  );
  return tested;
}

async function testMail(tx: Tx, actor: StaffActor, to: Context["session"]): Promise<OutgoingMail> {
  const [own] = await tx
    .select({ name: organisations.name, ...senderColumns })
    .from(organisations)
    .where(eq(organisations.id, actor.organisationId));
  const text = `This is a test. E-mails of ${own?.name ?? "your organisation"} reach you.`;
  return {
    id: newId(),
    ...senderOf(own?.name ?? "", own ?? { senderName: null, senderAddress: null, replyTo: null }),
    to: { name: to.name, address: to.email },
    subject: "Test e-mail",
    text,
    html: `<p>${text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</p>`,
  };
}

async function converse(mail: OutgoingMail): Promise<TestedMail> {
  const [to, url] = [mail.to.address, env().SMTP_URL];
  if (!url) return { to, kind: "captured", words: "", said: [] };
  const said: string[] = [];
  const transport = createTransport({ url, ...patience, logger: listener(said), debug: true } as object);
  try {
    const sent = (await transport.sendMail(messageOf(mail))) as { response: string };
    return { to, kind: "sent", words: tidy(sent.response), said };
  } catch (error) {
    const outcome = outcomeOf(error);
    return { to, kind: outcome.kind, words: "words" in outcome ? outcome.words : "", said };
  } finally {
    transport.close();
  }
}

// Only what the server says: what Portico says to it holds the password.
function listener(said: string[]) {
  const hear = (entry: { tnx?: string } | undefined, words: unknown) => {
    if (entry?.tnx === "server" && said.length < MOST_LINES) said.push(tidy(String(words)));
  };
  return { trace: hear, debug: hear, info: hear, warn: hear, error: hear, fatal: hear };
}
