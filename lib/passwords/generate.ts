import { randomInt } from "node:crypto";
import { dictionary } from "@zxcvbn-ts/language-common";

// Words that can be read out on the phone; some 4,300 of 4 to 7 letters: four and a number make 55 bits.
const words = dictionary["diceware-common"].filter((word) => /^[a-z]{4,7}$/.test(word));

/** A new passphrase such as "maple-river-tonic-basil-42", easy to read out and long enough for the password rules. */
export function generatePassphrase(): string {
  const chosen = Array.from({ length: 4 }, () => words[randomInt(words.length)]);
  return `${chosen.join("-")}-${randomInt(10, 100)}`;
}
