import { alwaysShows, checkLength, checkNodes } from "./check";
import { dressHtml } from "./dress-html";
import type { Field, Scope } from "./fields";
import { MOST_SOURCE } from "./limits";
import { parseTemplate } from "./parse";
import { tidySource, TemplateProblem } from "./problem";
import { escapeHtml, runNodes } from "./run";

/** What a part of a template is held to. */
export type Demands = {
  kind: "html" | "text" | "line";
  fields: readonly Field[];
  /** Fields that it must show, whatever its conditions say. */
  needs: readonly string[];
};

/** A template that was found safe; `render` reads nothing but the fields of `view`. */
export type Compiled = { render: (view: object) => string };

/** Parses and checks one part of a template. Throws a TemplateProblem that says what is wrong where. */
export function compileTemplate(raw: string, { kind, fields, needs }: Demands): Compiled {
  const source = tidySource(raw);
  checkSource(source, kind);
  const scope: Scope = { fields, loops: new Map() };
  const parsed = parseTemplate(source);
  checkNodes(parsed, scope);
  for (const path of needs)
    if (!alwaysShows(parsed, path))
      throw new TemplateProblem(0, `It must always show “<%= ${path} %>”, or the e-mail is of no use.`);
  const nodes = kind === "html" ? dressHtml(parsed, scope) : parsed;
  checkLength(nodes, scope);
  const escape = kind === "html" ? escapeHtml : (text: string) => text;
  return { render: (view) => runNodes(nodes, view as Record<string, unknown>, escape) };
}

// Private-use characters mark places while HTML is read; direction marks could turn the words of a sentence around.
const unprintable =
  /[\p{Co}\p{Cs}\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2028\u2029]/u;

function checkSource(source: string, kind: Demands["kind"]): void {
  if (source.trim() === "") throw new TemplateProblem(0, "This cannot be empty.");
  if (source.length > MOST_SOURCE)
    throw new TemplateProblem(0, `Use at most ${MOST_SOURCE / 1000},000 characters.`);
  const strange = source.search(unprintable);
  if (strange >= 0) throw new TemplateProblem(strange, "There is a character here that cannot be printed.");
  const lineBreak = kind === "line" ? source.indexOf("\n") : -1;
  if (lineBreak >= 0) throw new TemplateProblem(lineBreak, "A subject is a single line.");
}
