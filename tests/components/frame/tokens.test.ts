import { readFileSync } from "node:fs";
import { accentTokens, DEFAULT_ACCENT, GROUNDS, type Accent } from "@/components/frame/accent";
import { contrast, parseHex, type Rgb } from "@/components/frame/contrast";

const css = readFileSync("app/globals.css", "utf8");

/** The two colours of a token in globals.css; those of the accent are the ones that hold without an organisation's. */
function token(name: string): { light: string; dark: string } {
  const hex = String.raw`(?:var\(--[a-z-]+, )?(#[0-9a-f]{6})\)?`;
  const found = new RegExp(`--${name}: light-dark\\(${hex}, ${hex}\\);`).exec(css);
  if (!found?.[1] || !found[2]) throw new Error(`No token --${name} with two colours in globals.css`);
  return { light: found[1], dark: found[2] };
}

function ratio(one: string, other: string): number {
  return contrast(parseHex(one) as Rgb, parseHex(other) as Rgb);
}

describe.each(["light", "dark"] as const)("the colours of the %s theme", (theme) => {
  const onAnyGround = ["canvas", "surface", "raised", "sunken"];

  it.each(["text", "muted", "faint", "good", "warn", "bad", "info"])(
    "%s can be read on every ground",
    (ink) => {
      for (const ground of onAnyGround) {
        expect(ratio(token(ink)[theme], token(ground)[theme])).toBeGreaterThanOrEqual(4.5);
      }
    },
  );

  it.each(["good", "warn", "bad", "info"])(
    "%s can be read on its own tint, and so can plain text",
    (meaning) => {
      const tint = token(`${meaning}-soft`)[theme];
      expect(ratio(token(meaning)[theme], tint)).toBeGreaterThanOrEqual(4.5);
      expect(ratio(token("text")[theme], tint)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(["canvas", "surface", "raised"])("the edge of a field shows on %s", (ground) => {
    expect(ratio(token("edge")[theme], token(ground)[theme])).toBeGreaterThanOrEqual(3);
  });

  it("a dangerous button can be read", () => {
    expect(ratio("#ffffff", token("bad-fill")[theme])).toBeGreaterThanOrEqual(4.5);
  });

  it("accents are checked against the grounds that are in use", () => {
    expect(GROUNDS[theme]).toEqual({ surface: token("surface")[theme], sunken: token("sunken")[theme] });
  });

  it.each<[string, keyof Accent]>([
    ["accent", "fill"],
    ["on-accent", "onFill"],
    ["accent-hover", "hover"],
    ["accent-text", "text"],
    ["accent-soft", "soft"],
  ])("--%s is that of the default accent", (name, part) => {
    expect(token(name)[theme]).toBe(accentTokens(DEFAULT_ACCENT)[theme][part]);
  });
});
