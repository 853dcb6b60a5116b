import { once } from "node:events";
import type { AddressInfo, Socket } from "node:net";
import { setTimeout } from "node:timers/promises";
import { simpleParser, type ParsedMail } from "mailparser";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";

/** How a sink treats those who bring it mail; what is left out works as it should. */
export type Manners = {
  /** Answers RCPT TO with these words for addresses it returns any for, such as "550 No such user". */
  refuse?: (address: string) => string | undefined;
  /** Answers the end of the message with these words. */
  refuseMessage?: (address: string) => string | undefined;
  /** Waits so many milliseconds before it accepts a message. */
  slow?: number;
  /** Breaks the connection in the middle of so many messages. */
  dropMidMessage?: number;
};

/** A message as it arrived, with the address that the envelope named. */
export type Arrived = ParsedMail & { envelopeTo: string };

const refusal = (words: string) =>
  Object.assign(new Error(words.slice(4)), { responseCode: Number(words.slice(0, 3)) });

/** A real mail server on loopback that keeps what it is given. */
export class SmtpSink {
  readonly arrived: Arrived[] = [];
  manners: Manners;
  private server: SMTPServer | undefined;
  private port = 0;
  private readonly sockets = new Set<Socket>();

  private constructor(manners: Manners) {
    this.manners = manners;
  }

  /** Starts a sink on a free port. */
  static async start(manners: Manners = {}): Promise<SmtpSink> {
    const sink = new SmtpSink(manners);
    await sink.comeUp();
    return sink;
  }

  /** What SMTP_URL has to say. */
  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** Listens again after `goDown`, on the same port. */
  async comeUp(): Promise<void> {
    const server = new SMTPServer({
      disabledCommands: ["AUTH", "STARTTLS"],
      disableReverseLookup: true,
      onRcptTo: ({ address }, _session, done) => {
        const words = this.manners.refuse?.(address);
        done(words ? refusal(words) : null);
      },
      onData: (stream, session, done) => {
        this.receive(stream, session).then(() => done(), done);
      },
    });
    server.on("error", () => undefined);
    server.server.on("connection", (socket: Socket) => {
      this.sockets.add(socket);
      socket.once("close", () => this.sockets.delete(socket));
    });
    await new Promise<void>((resolve) => server.listen(this.port, "127.0.0.1", resolve));
    this.server = server;
    this.port = (server.server.address() as AddressInfo).port;
  }

  /** Stops listening and breaks every connection. */
  async goDown(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise<void>((resolve) => (this.server ? this.server.close(resolve) : resolve()));
    this.server = undefined;
  }

  /** The first message to `address` that has arrived or arrives within `milliseconds`. */
  async waitFor(address: string, milliseconds = 10_000): Promise<Arrived> {
    for (const end = Date.now() + milliseconds; Date.now() < end; await pause(20)) {
      const found = this.arrived.find((message) => message.envelopeTo === address);
      if (found) return found;
    }
    throw new Error(
      `No e-mail to ${address} within ${milliseconds} ms; arrived: ${this.recipients().join(", ")}`,
    );
  }

  /** The addresses that mail has arrived for, in order. */
  recipients(): string[] {
    return this.arrived.map((message) => message.envelopeTo);
  }

  private async receive(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const to = session.envelope.rcptTo[0]?.address ?? "";
    if ((this.manners.dropMidMessage ?? 0) > 0) {
      this.manners.dropMidMessage = (this.manners.dropMidMessage ?? 0) - 1;
      await once(stream, "data");
      for (const socket of this.sockets) if (socket.remotePort === session.remotePort) socket.destroy();
      return;
    }
    const message = await simpleParser(stream);
    if (this.manners.slow) await setTimeout(this.manners.slow, undefined, { ref: false });
    const words = this.manners.refuseMessage?.(to);
    if (words) throw refusal(words);
    this.arrived.push({ ...message, envelopeTo: to });
  }
}

/** Waits. */
export const pause = (milliseconds: number) => setTimeout(milliseconds);

/** The first address in a message's text that leads to `path`. */
export function linkIn(message: Arrived, path: string): string {
  const found = message.text?.match(/https?:\/\/\S+/g)?.find((url) => url.includes(path));
  if (!found) throw new Error(`No link to ${path} in: ${message.text}`);
  return found;
}
