import ejs from "ejs";
import { compileTemplate, type Demands } from "@/lib/safe-ejs/compile";
import type { Field } from "@/lib/safe-ejs/fields";
import { problemWords, TemplateProblem, tidySource } from "@/lib/safe-ejs/problem";

const text = (path: string): Field => ({ path, kind: "text", description: "" });

/** One field of every kind. */
export const fields: Field[] = [
  text("recipient.name"),
  text("company.name"),
  { path: "organisation.colour", kind: "colour", description: "" },
  { path: "organisation.onColour", kind: "colour", description: "" },
  { path: "link.url", kind: "address", description: "" },
  { path: "notice.byStaff", kind: "yesNo", description: "" },
  {
    ...{ path: "notice.areas", kind: "list", description: "", most: 5 },
    fields: [
      { path: "name", kind: "text", description: "" },
      { path: "url", kind: "address", description: "" },
    ],
  },
];

export const view = {
  recipient: { name: `Ana "<b>' & Söhne` },
  company: { name: "" },
  organisation: { colour: "#2457a6", onColour: "#ffffff" },
  link: { url: "https://portal.example/a?b=1&c=2" },
  notice: {
    byStaff: true,
    areas: [
      { name: "Invoices", url: "https://a.example" },
      { name: "<i>", url: "https://b.example" },
    ],
  },
};

const demands = (kind: Demands["kind"], needs: string[]): Demands => ({ kind, fields, needs });

/** What Portico makes of a template. */
export const rendered = (source: string, kind: Demands["kind"] = "text", data: object = view): string =>
  compileTemplate(source, demands(kind, [])).render(data);

/** What EJS itself makes of it, line breaks apart. */
export const byEjs = (source: string, data: object = view): string =>
  ejs.render(tidySource(source), data, { escape: (value: unknown) => String(value ?? "") });

/** Why a template is refused, as people read it; null when it is not. */
export function refusal(source: string, kind: Demands["kind"] = "text", needs: string[] = []): string | null {
  try {
    compileTemplate(source, demands(kind, needs));
    return null;
  } catch (error) {
    if (error instanceof TemplateProblem) return problemWords(error.placeIn(source));
    throw error;
  }
}
