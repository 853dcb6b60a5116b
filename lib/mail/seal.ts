import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { derivedKey } from "@/lib/platform/derived-key";

/** What a captured e-mail said, link and all. */
export type MailBodies = { html: string; text: string };

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const key = () => derivedKey("portico captured mail");

/** Encrypts a captured e-mail (AES-256-GCM) so that it opens only with AUTH_SECRET and only as the e-mail `mailId`. */
export function sealBodies(mailId: string, bodies: MailBodies): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key(), nonce).setAAD(Buffer.from(mailId));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(bodies), "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Opens what `sealBodies` made; null when AUTH_SECRET has changed since, or the bytes have. */
export function openBodies(mailId: string, sealed: Buffer): MailBodies | null {
  try {
    const decipher = createDecipheriv("aes-256-gcm", key(), sealed.subarray(0, NONCE_BYTES))
      .setAAD(Buffer.from(mailId))
      .setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const opened = Buffer.concat([
      decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)),
      decipher.final(),
    ]);
    return JSON.parse(opened.toString("utf8")) as MailBodies;
  } catch {
    return null;
  }
}
