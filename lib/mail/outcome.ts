import { clock } from "@/lib/platform/clock";

/** What came of a try to send an e-mail. `words` are the mail server's own wherever it said any. */
export type Outcome =
  | { kind: "sent"; words: string }
  | { kind: "captured" }
  | { kind: "deferred"; words: string }
  | { kind: "refused"; words: string };

// Waits between tries, in minutes: quick at first, for a restart; then out to a day, for an outage that somebody has to mend.
const waits = [1, 5, 15, 30, 60, 120, 180, 240, 360, 420];

/** When to try again after `tries` tries have failed; null when a day's worth of tries is over. */
export function nextTryAfter(tries: number): Date | null {
  const wait = waits[tries - 1];
  return wait === undefined ? null : new Date(clock.now().getTime() + wait * 60_000);
}

type SmtpError = {
  message?: string;
  code?: string;
  command?: string;
  responseCode?: number;
  response?: string;
};

// What a server says to us rather than of this e-mail: somebody has to mend the configuration, and the e-mail waits for it.
const aboutUs = new Set([530, 534, 535, 538]);

function isPermanent({ code, command, responseCode }: SmtpError): boolean {
  if (code !== "EENVELOPE" && code !== "EMESSAGE") return false;
  // Without an answer of the server's, nodemailer found the address itself to be unusable.
  if (responseCode === undefined) return code === "EENVELOPE" && command === "API";
  return responseCode >= 500 && !aboutUs.has(responseCode) && (command === "RCPT TO" || command === "DATA");
}

const ours: Record<string, string> = {
  EDNS: "The mail server's name could not be looked up.",
  ECONNECTION: "The mail server closed the connection.",
  ESOCKET: "The mail server could not be reached.",
  ETIMEDOUT: "The mail server took too long to answer.",
  ETLS: "No secure connection to the mail server could be made.",
  EAUTH: "The mail server did not accept Portico's user name and password.",
  EABORT: "Sending was broken off: the mail server took too long, or Portico was stopping.",
};

/** Whether the failure ends the e-mail or only this try, in the server's words. */
export function outcomeOf(error: unknown): Outcome {
  const failure = error as SmtpError;
  const words = [ours[failure.code ?? ""], failure.response ?? failure.message ?? String(error)]
    .filter(Boolean)
    .join(" ");
  return { kind: isPermanent(failure) ? "refused" : "deferred", words: tidy(words) };
}

/** A server's words as one line that a column can hold. */
export const tidy = (words: string): string =>
  words
    .replace(/[\s\0]+/g, " ")
    .trim()
    .slice(0, 1000);
