import fc from "fast-check";
import { accentStyle, accentTokens, DEFAULT_ACCENT, GROUNDS, type Accent } from "@/components/frame/accent";
import { contrast, parseHex, toHex, type Rgb } from "@/components/frame/contrast";

const channel = fc.integer({ min: 0, max: 255 });
const colours = fc.tuple(channel, channel, channel).map((rgb) => toHex(rgb));

function ratio(one: string, other: string): number {
  return contrast(parseHex(one) as Rgb, parseHex(other) as Rgb);
}

describe.each(["light", "dark"] as const)("whatever colour an organisation chooses, in %s", (theme) => {
  const ground = GROUNDS[theme];
  const holds = (promise: (accent: Accent) => boolean) =>
    fc.assert(fc.property(colours, (colour) => promise(accentTokens(colour)[theme])));

  it("what is written on a button can be read, under the pointer too", () => {
    holds(({ fill, hover, onFill }) => ratio(fill, onFill) >= 4.5 && ratio(hover, onFill) >= 4.5);
  });

  it("links can be read on every ground they stand on", () => {
    holds(({ text, soft }) =>
      [ground.surface, ground.sunken, soft].every((under) => ratio(text, under) >= 4.5),
    );
  });

  it("a ticked box stands out from its ground", () => {
    holds(({ fill }) => ratio(fill, ground.surface) >= 3 && ratio(fill, ground.sunken) >= 3);
  });
});

it("leaves a colour alone that can be read as it is", () => {
  expect(accentTokens("#0f766e").light.fill).toBe("#0f766e");
});

it.each([null, undefined, "", "teal", "#12", "#12345", "red;}body{display:none"])(
  "takes the default for %p, which is no colour",
  (words) => expect(accentTokens(words)).toEqual(accentTokens(DEFAULT_ACCENT)),
);

it("lets nothing but colours into the page's style", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), colours), (words) =>
      /^:root\{(--(light|dark)-[a-z]+:#[0-9a-f]{6};?)+\}$/.test(accentStyle(words)),
    ),
  );
});
