import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "./env";

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const keys = new Map<string, Buffer>();

// Each purpose has a key of its own, so that what was sealed for one opens for no other.
function key(purpose: string): Buffer {
  const secret = env().AUTH_SECRET;
  const name = `${purpose} ${secret}`;
  let known = keys.get(name);
  if (!known) keys.set(name, (known = Buffer.from(hkdfSync("sha256", secret, "", purpose, 32))));
  return known;
}

/** Encrypts `text` (AES-256-GCM) so that it opens only with AUTH_SECRET, only for that purpose and only as belonging to `id`. */
export function seal(purpose: string, id: string, text: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key(purpose), nonce).setAAD(Buffer.from(id));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Opens what `seal` made; null when AUTH_SECRET has changed since, or the bytes have. */
export function unseal(purpose: string, id: string, sealed: Buffer): string | null {
  try {
    const decipher = createDecipheriv("aes-256-gcm", key(purpose), sealed.subarray(0, NONCE_BYTES))
      .setAAD(Buffer.from(id))
      .setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const opened = decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([opened, decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}
