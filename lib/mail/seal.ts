import { seal, unseal } from "@/lib/platform/seal";

/** What a captured e-mail said, link and all. */
export type MailBodies = { html: string; text: string };

const PURPOSE = "portico captured mail";

/** Encrypts a captured e-mail so that it opens only with AUTH_SECRET and only as the e-mail `mailId`. */
export const sealBodies = (mailId: string, bodies: MailBodies): Buffer =>
  seal(PURPOSE, mailId, JSON.stringify(bodies));

/** Opens what `sealBodies` made; null when AUTH_SECRET has changed since, or the bytes have. */
export function openBodies(mailId: string, sealed: Buffer): MailBodies | null {
  const opened = unseal(PURPOSE, mailId, sealed);
  return opened === null ? null : (JSON.parse(opened) as MailBodies);
}
