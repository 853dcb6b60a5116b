import { contrast, mix, parseHex, toHex, type Rgb } from "./contrast";

/** The accent of one theme: the fill, what is written on it, the fill under the pointer, links, and a faint ground. */
export type Accent = { fill: string; onFill: string; hover: string; text: string; soft: string };

/** The accent of an organisation that has chosen none. */
export const DEFAULT_ACCENT = "#3454b4";

/** What an accent must be told apart from: the surfaces of globals.css, from the plainest to the most tinted. */
export const GROUNDS = {
  light: { surface: "#ffffff", sunken: "#f1f1f3" },
  dark: { surface: "#141518", sunken: "#1d1e22" },
} as const;

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
const READABLE = 4.5; // WCAG 2.2, 1.4.3: text
const VISIBLE = 3; // WCAG 2.2, 1.4.11: controls

/**
 * An organisation's colour, moved no further than it must be so that buttons, marks and links made of it reach
 * WCAG AA in light and in dark; a string that is no colour gives the default accent.
 */
export function accentTokens(hex: string | null | undefined): { light: Accent; dark: Accent } {
  const colour = parseHex(hex ?? "") ?? (parseHex(DEFAULT_ACCENT) as Rgb);
  return { light: accentOn(colour, GROUNDS.light, BLACK), dark: accentOn(colour, GROUNDS.dark, WHITE) };
}

function accentOn(colour: Rgb, ground: { surface: string; sunken: string }, away: Rgb): Accent {
  const surface = parseHex(ground.surface) as Rgb;
  const sunken = parseHex(ground.sunken) as Rgb;
  const fill = moved(colour, away, (c) => contrast(c, sunken) >= VISIBLE);
  const onFill = contrast(fill, WHITE) >= READABLE ? WHITE : BLACK;
  const soft = mix(surface, fill, 0.1);
  const text = moved(fill, away, (c) => [sunken, soft].every((under) => contrast(c, under) >= READABLE));
  const hover = mix(fill, onFill === WHITE ? BLACK : WHITE, 0.12);
  return {
    fill: toHex(fill),
    onFill: toHex(onFill),
    hover: toHex(hover),
    text: toHex(text),
    soft: toHex(soft),
  };
}

function moved(colour: Rgb, towards: Rgb, holds: (colour: Rgb) => boolean): Rgb {
  for (let share = 0; share < 1; share += 0.02) {
    const candidate = mix(colour, towards, share);
    if (holds(candidate)) return candidate;
  }
  return towards;
}

/** The accent as the custom properties from which globals.css takes it: "--light-fill", "--dark-text" and so on. */
export function accentStyle(hex: string | null | undefined): string {
  const declarations = Object.entries(accentTokens(hex)).flatMap(([theme, accent]) =>
    Object.entries(accent).map(([part, colour]) => `--${theme}-${part.toLowerCase()}:${colour}`),
  );
  return `:root{${declarations.join(";")}}`;
}
