import { readFileSync } from "node:fs";
import { join } from "node:path";
import ejs, { type TemplateFunction } from "ejs";
import type { MailView } from "./view";
import type { TemplateName } from "./templates";

/** An e-mail ready to be sent or shown. */
export type RenderedMail = { subject: string; html: string; text: string };

// Read at run time, beside the code and not in a bundle: `npm start` and the tests run in the root of the tree.
const folder = join(/* turbopackIgnore: true */ process.cwd(), "emails");

const fields = [
  "organisation",
  "recipient",
  "company",
  "link",
  "login",
  "notice",
  "subject",
  "body",
  "url",
  "label",
];
const plain = (value: unknown): string => String(value ?? "");

const compiled = new Map<string, TemplateFunction>();

function template(name: string, escape?: (value: unknown) => string): TemplateFunction {
  const known = compiled.get(name);
  if (known) return known;
  const filename = join(folder, `${name}.ejs`);
  const made = ejs.compile(readFileSync(filename, "utf8"), {
    filename,
    root: folder,
    cache: true,
    strict: true,
    destructuredLocals: fields,
    ...(escape ? { escape } : {}),
  });
  compiled.set(name, made);
  return made;
}

/** Renders an e-mail as HTML and as text that says the same. */
export function renderMail(name: TemplateName, view: MailView): RenderedMail {
  const subject = template(`${name}/subject`, plain)(view).trim();
  const html = template(`${name}/html`)({ ...view, subject });
  const text = template(`${name}/text`, plain)({ ...view, subject });
  return {
    subject,
    html: template("layout/html")({ ...view, subject, body: html.trim() }),
    text: template("layout/text", plain)({ ...view, subject, body: text.trim() }),
  };
}

/** The sample that ships with a template, to preview it before there is a recipient. */
export function sampleView(name: TemplateName): MailView {
  return JSON.parse(readFileSync(join(folder, name, "sample.json"), "utf8")) as MailView;
}
