import { hkdfSync } from "node:crypto";
import { env } from "./env";

const keys = new Map<string, Buffer>();

/** A key of 256 bits for one purpose alone, made from AUTH_SECRET or from `secret`; whoever has only the database does not have it. */
export function derivedKey(purpose: string, secret = env().AUTH_SECRET): Buffer {
  const name = `${purpose} ${secret}`;
  let known = keys.get(name);
  if (!known) keys.set(name, (known = Buffer.from(hkdfSync("sha256", secret, "", purpose, 32))));
  return known;
}
