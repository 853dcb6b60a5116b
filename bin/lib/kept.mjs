import { randomBytes, randomInt } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";

/**
 * The secret in a file that only its owner can read, made when the file is not there.
 * @param {string} file
 * @param {() => string} make
 */
export async function keptSecret(file, make = () => randomBytes(32).toString("base64url")) {
  const kept = (await readFile(file, "utf8").catch(() => "")).trim();
  if (kept) return kept;
  const secret = make();
  await writeFile(`${file}.new`, `${secret}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
  return secret;
}

/** A random password that is easy to copy by eye: four groups of letters and digits that cannot be mistaken. */
export function readablePassword() {
  const letters = "abcdefghjkmnpqrstuvwxyz23456789";
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join("");
  return [group(), group(), group(), group()].join("-");
}
