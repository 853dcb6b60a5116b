import { z } from "zod";
import { portalButtons } from "@/lib/access/buttons";
import { audiences, hiddenName, permissions, type Audience } from "@/lib/access/permissions";
import { idInput, textInput, versionInput } from "@/lib/platform/inputs";
import { namesInput } from "./module-input";

type Item = { value: string; label: string; help: string };

/** The tabs of a portal that may be hidden, in their order. */
export const tabsOf = (audience: Audience): Item[] =>
  permissions[audience].flatMap(({ id, tab, opens }) =>
    tab ? [{ value: hiddenName(audience, id), label: tab.label, help: opens }] : [],
  );

/** The buttons of a portal that may be hidden; whoever may register does so before there are any. */
export const buttonsOf = (audience: Audience): Item[] => [
  ...permissions[audience].flatMap(({ id, tab, label, opens }) =>
    tab || id === "canRegister" ? [] : [{ value: hiddenName(audience, id), label, help: opens }],
  ),
  ...portalButtons.flatMap((button) => {
    if (button.audience !== audience) return [];
    const on = permissions[audience].find(({ id }) => id === button.permission)?.tab?.label;
    return [{ value: hiddenName(audience, button.id), label: button.label, help: `On the tab ${on}.` }];
  }),
];

const itemsOf = (audience: Audience) => [...tabsOf(audience), ...buttonsOf(audience)];

/** Those of the names that this portal knows, in the order of the screens. */
export const knownOf = (audience: Audience, names: readonly string[]): string[] =>
  itemsOf(audience).flatMap(({ value }) => (names.includes(value) ? [value] : []));

/** The labels of what is hidden, as one line; empty for none. */
export const hiddenLabels = (hidden: readonly string[]): string =>
  audiences
    .flatMap(itemsOf)
    .flatMap(({ value, label }) => (hidden.includes(value) ? [label] : []))
    .join(", ");

const audienceInput = z.enum(audiences, { error: "Choose a portal." });

export const portalInput = z
  .object({ version: versionInput, audience: audienceInput, hidden: namesInput(z.string().max(80)) })
  .refine(({ audience, hidden }) => knownOf(audience, hidden).length === new Set(hidden).size, {
    path: ["hidden"],
    error: "Choose from the tabs and buttons shown.",
  });

/** How much an announcement matters, in the words of the form. */
export const announcementLevels = [
  { value: "info", label: "Information", help: "Something good to know." },
  { value: "warn", label: "Warning", help: "Something to reckon with." },
  { value: "bad", label: "Disruption", help: "Something does not work." },
] as const;

// PostgreSQL and the calendar of the form know no year 0.
const isLocalMoment = (typed: string) =>
  z.iso.datetime({ local: true, precision: -1 }).safeParse(typed).success &&
  !typed.endsWith("Z") &&
  typed > "0001" &&
  typed < "9999";

const localInput = z
  .string()
  .refine((typed) => typed === "" || isLocalMoment(typed), {
    error: "Choose a day and a time that there is, or leave it empty.",
  })
  .default("");

/** An announcement as its form holds it; its times are those of the organisation's clocks. An empty text takes it down. */
export const announcementInput = z
  .object({
    version: versionInput,
    audience: audienceInput,
    text: textInput(500).transform((typed) => typed.replace(/\r\n?/g, "\n")),
    level: z.enum(["info", "warn", "bad"], { error: "Choose from the list." }).default("info"),
    from: localInput,
    until: localInput,
  })
  .refine(({ from, until }) => from === "" || until === "" || from < until, {
    path: ["until"],
    error: "It would end before it begins. Choose a later end.",
  });

/** Which announcement somebody puts away. */
export const dismissInput = z.object({ announcement: idInput });
