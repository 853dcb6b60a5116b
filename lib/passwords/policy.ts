import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";
import { dictionary as english } from "@zxcvbn-ts/language-en";
import { PASSWORD_MAX, PASSWORD_MIN } from "./limits";

let estimator: ZxcvbnFactory | undefined;
const estimate = () =>
  (estimator ??= new ZxcvbnFactory({ graphs: adjacencyGraphs, dictionary: { ...dictionary, ...english } }));

const fold = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

function names(about: readonly string[]): string[] {
  return about
    .flatMap((text) => [text, ...text.split(/[\s@._-]+/)])
    .map(fold)
    .filter((word) => word.length >= 3);
}

/**
 * Why `password` is not acceptable, as a sentence for the person who chose it, or undefined when it is.
 * `about` holds what others know of them: e-mail, name, organisation.
 */
export function passwordProblem(password: string, about: readonly string[]): string | undefined {
  const length = [...password].length;
  if (length < PASSWORD_MIN)
    return `Use at least ${PASSWORD_MIN} characters. A sentence of four or more words works well.`;
  if (length > PASSWORD_MAX) return `Use at most ${PASSWORD_MAX} characters.`;
  const folded = fold(password);
  const known = names(about).sort((a, b) => b.length - a.length);
  const rest = known.reduce((left, word) => left.replaceAll(word, ""), folded);
  if (rest.length < 8)
    return "This password is built from your name, e-mail address or organisation. Choose other words.";
  if (new Set(folded).size < 5)
    return "This password repeats the same few characters. Use several different words.";
  // Judged without blanks and signs as well: "password password" is the one word twice, which the blank would hide.
  if ([password, folded].some((form) => estimate().check(form.slice(0, 64), known).score < 3))
    return "This password is too easy to guess. Use several words that do not belong together.";
  return undefined;
}
