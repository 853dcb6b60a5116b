import { TemplateProblem } from "./problem";

/** A word, literal or sign of what stands in a tag; “end” is where the tag closes. */
export type Token = { kind: "name" | "text" | "number" | "sign" | "end"; text: string; at: number };

const pattern =
  /(?<space>[ \t\n]+)|(?<name>[A-Za-z][A-Za-z0-9_]*)|(?<number>\d{1,9}(?:\.\d{1,6})?(?![\w.]))|(?<text>"[^"\\\n]*"|'[^'\\\n]*')|(?<sign>===|!==|<=|>=|&&|\|\||!(?!=)|\.(?!\.)|[(){};<>])/y;

const refusedSigns: [RegExp, string][] = [
  [/`/y, "Text in backticks is not allowed. Use “double quotes”."],
  [/\[|\]/y, "Square brackets are not allowed. Name a field with a dot, such as recipient.name."],
  [/==|!=/y, "Compare with “===” or “!==”."],
  [/=/y, "Nothing can be assigned or changed here. Compare with “===”."],
  [/\/\/|\/\*/y, "Write comments as “<%# … %>”."],
  [/["']/y, "This text in quotes is not closed on its line, or has a backslash in it."],
  [/\\/y, "Backslashes are not allowed."],
  [/\.\./y, "“...” is not allowed."],
  [/\?\.|\?/y, "“?” is not allowed. Use “if … else …”."],
  [/[-+*/%&|^~]/y, "Nothing can be calculated here."],
];

/** Splits the inside of a tag into tokens; whatever no template needs is refused here. */
export function tokenize(text: string, start: number): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found) throw new TemplateProblem(start + at, refusalOf(text, at));
    const [kind, word] = Object.entries(found.groups ?? {}).find(([, value]) => value !== undefined) ?? [];
    if (kind && kind !== "space")
      tokens.push({ kind: kind as Token["kind"], text: word ?? "", at: start + at });
    at += found[0].length;
  }
  return [...tokens, { kind: "end", text: "%>", at: start + text.length }];
}

function refusalOf(text: string, at: number): string {
  const known = refusedSigns.find(([sign]) => {
    sign.lastIndex = at;
    return sign.test(text);
  });
  return known?.[1] ?? `“${String.fromCodePoint(text.codePointAt(at) ?? 32)}” is not allowed here.`;
}
