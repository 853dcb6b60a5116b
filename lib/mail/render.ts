import { readFileSync } from "node:fs";
import { join } from "node:path";
import ejs, { type TemplateFunction } from "ejs";
import { compileMail, type MailSources } from "./compile-mail";
import type { TemplateName } from "./templates";
import type { MailView } from "./view";

/** An e-mail ready to be sent or shown. */
export type RenderedMail = { subject: string; html: string; text: string };

// Read at run time, beside the code and not in a bundle: `npm start` and the tests run in the root of the tree.
const folder = join(/* turbopackIgnore: true */ process.cwd(), "emails");
const read = (name: string, file: string) => readFileSync(join(folder, name, file), "utf8");

/** Longest subject, in characters; mail programs show far less. */
const MOST_SUBJECT = 200;

const plain = (value: unknown): string => String(value ?? "");
const layouts = new Map<string, TemplateFunction>();

/** The page around every e-mail, which is ours alone and so may be any EJS. */
function layout(kind: "html" | "text"): TemplateFunction {
  const known = layouts.get(kind);
  if (known) return known;
  const made = ejs.compile(read("layout", `${kind}.ejs`), {
    strict: true,
    destructuredLocals: ["organisation", "subject", "body"],
    ...(kind === "text" ? { escape: plain } : {}),
  });
  layouts.set(kind, made);
  return made;
}

const builtIn = new Map<TemplateName, MailSources>();

/** A template as it comes with Portico. */
export function builtInSources(name: TemplateName): MailSources {
  const known = builtIn.get(name);
  if (known) return known;
  const [subject = "", html = "", text = ""] = ["subject", "html", "text"].map((part) =>
    read(name, `${part}.ejs`).trim(),
  );
  const sources = { subject, html, text };
  builtIn.set(name, sources);
  return sources;
}

/**
 * Renders an e-mail as HTML and as text that says the same, from the template that comes with Portico or from `sources`. Throws a
 * TemplateProblem when these do not pass the check.
 */
export function renderMail(
  name: TemplateName,
  view: MailView,
  sources: MailSources = builtInSources(name),
): RenderedMail {
  const { subject, html, text } = compileMail(name, sources);
  const line = subject.render(view).replace(/\s+/g, " ").trim().slice(0, MOST_SUBJECT);
  const around = (body: string) => ({ ...view, subject: line, body: body.trim() });
  return {
    subject: line,
    html: layout("html")(around(html.render(view))),
    text: layout("text")(around(text.render(view))),
  };
}

/** The sample that ships with a template, to preview it before there is a recipient. */
export function sampleView(name: TemplateName): MailView {
  return JSON.parse(read(name, "sample.json")) as MailView;
}
