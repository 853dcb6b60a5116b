import type { FieldKind } from "./fields";
import {
  attributes,
  elements,
  onlyOn,
  parents,
  refusedElements,
  styleProperties,
  voidElements,
} from "./html-words";
import { TemplateProblem } from "./problem";
import { PLACE, type Attribute, type Tag } from "./read-tag";

/** What the mark of a place stands for: the kind of the field that is shown there, or nothing that is shown. */
export type KindAt = (mark: string) => FieldKind | "number" | "list" | null;

/** Refuses an element that does not belong into an e-mail, or not into the elements `around` it. Throws a TemplateProblem. */
export function checkTag(tag: Tag, around: readonly string[], at: number, kindAt: KindAt): void {
  const { name, isEnd } = tag;
  if (!elements.has(name))
    throw new TemplateProblem(at, `<${name}> is not allowed. ${refusedElements[name] ?? ""}`.trim());
  if (isEnd) return checkEnd(tag, around, at);
  const within = parents[name];
  if (within && !within.includes(around.at(-1) ?? ""))
    throw new TemplateProblem(at, `<${name}> stands only inside <${within[0]}>.`);
  if (name === "a" && around.includes("a"))
    throw new TemplateProblem(at, "A link cannot stand inside another link.");
  for (const attribute of tag.attributes) checkAttribute(attribute, name, kindAt);
}

function checkEnd({ name, attributes }: Tag, around: readonly string[], at: number): void {
  const open = around.at(-1);
  if (attributes.length > 0 || voidElements.has(name))
    throw new TemplateProblem(at, `</${name}> is not allowed.`);
  if (open === name) return;
  throw new TemplateProblem(
    at,
    open
      ? `</${name}> stands where </${open}> is expected: <${open}> is still open.`
      : `</${name}> closes nothing that was opened here.`,
  );
}

function checkAttribute({ name, value, at }: Attribute, element: string, kindAt: KindAt): void {
  const kind = attributes[name];
  if (name.startsWith("on")) throw new TemplateProblem(at, `“${name}” is a script, and e-mails hold none.`);
  if (!kind || onlyOn[name]?.includes(element) === false)
    throw new TemplateProblem(at, `“${name}” is not allowed on <${element}>.`);
  const marks = [...value].filter((sign) => PLACE.test(sign));
  const shown = marks.map(kindAt);
  if (shown.includes(null))
    throw new TemplateProblem(at, "Conditions and loops stand around whole elements, not inside a tag.");
  if (kind === "link" || kind === "picture") checkAddress(value, shown, kind, at);
  else if (kind === "style") checkStyle(value, shown, at);
  else if (kind === "plain" && (shown.length > 0 || !/^[\w\s%#.-]*$/.test(value)))
    throw new TemplateProblem(at, `“${name}” holds only letters, digits and “# % . -”.`);
}

const links = /^(?:https?:\/\/|mailto:|tel:)[^\s\\"'<>`{}|^]+$/i;
const pictures = /^https:\/\/[^\s\\"'<>`{}|^]+$/i;

function checkAddress(
  value: string,
  shown: ReturnType<KindAt>[],
  kind: "link" | "picture",
  at: number,
): void {
  if (shown.length === 0 && (kind === "link" ? links : pictures).test(value)) return;
  const isField = shown.length === 1 && value.length === 1;
  if (isField && shown[0] === "address" && kind === "link") return;
  const remedy =
    kind === "link"
      ? 'A link leads to a field that holds an address, as in href="<%= login.url %>", or to an address that begins with https://, mailto: or tel:.'
      : "A picture has an address that begins with https://.";
  throw new TemplateProblem(at, remedy);
}

function checkStyle(value: string, shown: ReturnType<KindAt>[], at: number): void {
  if (shown.some((kind) => kind !== "colour"))
    throw new TemplateProblem(at, "In a style only a field that is a colour can stand.");
  for (const declaration of value.split(";")) {
    if (declaration.trim() === "") continue;
    const [, property = "", setting = ""] = /^\s*([a-zA-Z-]+)\s*:([^:]*)$/.exec(declaration) ?? [];
    if (!styleProperties.has(property.toLowerCase()))
      throw new TemplateProblem(at, `The style “${declaration.trim().slice(0, 40)}” is not allowed.`);
    // Functions could fetch something; those for colours do not.
    const plain = setting.replace(/\b(?:rgb|hsl)a?\([\d\s.,%/]*\)/gi, "");
    if (!/^[\w\s#%.,'!/\ue000-\uf8ff-]*$/.test(plain))
      throw new TemplateProblem(at, `“${property}” is set to something that is not allowed in an e-mail.`);
  }
}
