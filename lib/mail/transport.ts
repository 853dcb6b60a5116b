import { setMaxListeners } from "node:events";
import { createTransport, type SendMailOptions, type Transporter } from "nodemailer";
import addressparser from "nodemailer/lib/addressparser";
import type { SMTPPoolSentMessageInfo } from "nodemailer/lib/smtp-pool";
import { env } from "@/lib/platform/env";
import { ATTACHED_LOGO } from "./logo";
import { outcomeOf, tidy, type Outcome } from "./outcome";
import type { RenderedMail } from "./render";

/** Connections that are kept open to the mail server, and so the e-mails that are under way at once. */
export const SMTP_CONNECTIONS = 8;

// RFC 5321 4.5.3.2 grants a server minutes; the deadline ends a conversation that trickles on for ever.
const patience = { connectionTimeout: 20_000, greetingTimeout: 30_000, socketTimeout: 300_000 };
const DEADLINE = 600_000;

// Anything else nodemailer would tidy up or take apart, and send to whatever came out.
const ONE_ADDRESS = /^[^\s<>()[\]\\,;:"@]+@[^\s<>()[\]\\,;:"@]+$/u;

/** An e-mail on its way to the server. */
export type OutgoingMail = RenderedMail & {
  id: string;
  from: { name: string; address: string };
  to: { name: string; address: string };
  replyTo?: string;
  /** A PNG that its HTML shows. */
  logo?: Buffer;
};

type Pool = { url: string; transport: Transporter<SMTPPoolSentMessageInfo> };
let current: Pool | undefined;

function transport(url: string): Pool["transport"] {
  if (current?.url === url) return current.transport;
  current?.transport.close();
  const options = {
    url,
    pool: true,
    maxConnections: SMTP_CONNECTIONS,
    maxRequeues: 1,
    idleTimeout: 20_000,
  } as const;
  current = { url, transport: createTransport({ ...options, ...patience }) };
  return current.transport;
}

/** Whether e-mails are sent at all, or captured. */
export const hasMailServer = (): boolean => env().SMTP_URL !== undefined;

/** The address that e-mails come from: MAIL_FROM, or one at the host of the base URL. */
export function senderAddress(): string {
  const [given] = addressparser(env().MAIL_FROM ?? "", { flatten: true });
  return given?.address || `portico@${new URL(env().baseUrl).hostname}`;
}

/** The same for every try of an e-mail, so that a server or reader can recognise a copy. */
export function messageIdOf(mailId: string): string {
  return `<${mailId}@${senderAddress().split("@").pop()}>`;
}

/** Gives an e-mail to the mail server and says what came of it; never throws. Without SMTP_URL it is captured. */
export async function send(mail: OutgoingMail, stopping?: AbortSignal): Promise<Outcome> {
  const url = env().SMTP_URL;
  if (!url) return { kind: "captured" };
  if (!ONE_ADDRESS.test(mail.to.address))
    return { kind: "refused", words: tidy(`“${mail.to.address}” is no e-mail address.`) };
  const deadline = new Deadline(stopping);
  try {
    const { response } = await transport(url).sendMail({ ...messageOf(mail), signal: deadline.signal });
    return { kind: "sent", words: tidy(response) };
  } catch (error) {
    return outcomeOf(error);
  } finally {
    deadline.clear();
  }
}

/** The e-mail as nodemailer sends it. */
export const messageOf = (mail: OutgoingMail): SendMailOptions => ({
  from: mail.from,
  to: mail.to,
  replyTo: mail.replyTo,
  envelope: { from: mail.from.address, to: [mail.to.address] },
  subject: mail.subject,
  html: mail.html,
  text: mail.text,
  attachments: mail.logo && [
    {
      ...{ cid: ATTACHED_LOGO.slice("cid:".length), contentDisposition: "inline" },
      ...{ filename: "logo.png", contentType: "image/png", content: mail.logo },
    },
  ],
  messageId: messageIdOf(mail.id),
  headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
  disableFileAccess: true,
  disableUrlAccess: true,
});

/** Breaks a conversation off when it lasts too long or the process stops; holds neither timer nor listener once cleared. */
class Deadline {
  private readonly controller = new AbortController();
  private readonly abort = () => this.controller.abort();
  private readonly timer = setTimeout(this.abort, DEADLINE).unref();
  readonly signal = this.controller.signal;

  constructor(private readonly stopping?: AbortSignal) {
    // One listener for each e-mail under way: more than Node's ten are no leak.
    if (stopping) setMaxListeners(Infinity, stopping);
    stopping?.addEventListener("abort", this.abort);
    if (stopping?.aborted) this.abort();
  }

  clear(): void {
    clearTimeout(this.timer);
    this.stopping?.removeEventListener("abort", this.abort);
  }
}

/** Closes the connections to the mail server; conversations that are under way end first. */
export function closeTransport(): void {
  current?.transport.close();
  current = undefined;
}
