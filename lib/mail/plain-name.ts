// Control characters could break out of a header; direction marks could turn the words of a sentence around.
// (The two joiners stay: Persian and Indic names are spelled with them.)
const unprintable = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu;
// Mail programs turn "shop.example", "www.…", "…://…" and "a@b" into links even in plain text.
const startsLink = /(?<=[\p{L}\p{N}])[.:@/](?=[\p{L}\p{N}/])/gu;
const WORD_JOINER = "\u2060";

/** A name as it may stand in an e-mail: one line of at most 100 characters that no mail program takes for a link. */
export function plainName(name: string): string {
  const line = name.replace(unprintable, " ").replace(/\s+/g, " ").trim();
  return [...line].slice(0, 100).join("").replace(startsLink, `$&${WORD_JOINER}`);
}
