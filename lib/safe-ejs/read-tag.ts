import { TemplateProblem } from "./problem";

/** An attribute with its value as it was written between its quotes. */
export type Attribute = { name: string; value: string; at: number };
export type Tag = { name: string; isEnd: boolean; attributes: Attribute[]; at: number; end: number };

/** Marks in joined HTML where a field, a condition or a loop stands. */
export const PLACE = /[\ue000-\uf8ff]/;

const lookAt = (pattern: RegExp, html: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(html);
};

/** Reads the tag that begins at `at`. `where` turns offsets in `html` into those of the source. */
export function readTag(html: string, at: number, where: (offset: number) => number): Tag {
  const open = lookAt(/<(\/?)([A-Za-z][A-Za-z0-9]*)/y, html, at);
  if (!open) {
    const isComment = html.startsWith("<!", at);
    throw new TemplateProblem(
      where(at),
      isComment
        ? "Comments would be sent along. Write them as “<%# … %>”."
        : "A “<” that begins no tag is written as “&lt;”.",
    );
  }
  const [written, slash, name = ""] = open;
  const attributes: Attribute[] = [];
  let next = at + written.length;
  for (;;) {
    const close = lookAt(/[ \t\n]*\/?>/y, html, next);
    if (close)
      return { name: name.toLowerCase(), isEnd: slash === "/", attributes, at, end: next + close[0].length };
    const attribute = readAttribute(html, next, where);
    if (attributes.some((other) => other.name === attribute.name))
      throw new TemplateProblem(where(next), `“${attribute.name}” is set twice.`);
    attributes.push(attribute);
    next = attribute.end;
  }
}

function readAttribute(html: string, start: number, where: (offset: number) => number) {
  const gap = lookAt(/[ \t\n]+/y, html, start);
  const at = start + (gap?.[0].length ?? 0);
  const found = gap && lookAt(/([A-Za-z][A-Za-z-]*)(?:[ \t\n]*=[ \t\n]*("[^"<]*"|'[^'<]*'))?/y, html, at);
  if (found) {
    const [written, name = "", quoted = '""'] = found;
    if (html[at + written.length] === "=")
      throw new TemplateProblem(where(at), `Put quotes around what “${name}” is set to.`);
    return { name: name.toLowerCase(), value: quoted.slice(1, -1), at: where(at), end: at + written.length };
  }
  const isPlace = PLACE.test(html[at] ?? "");
  throw new TemplateProblem(
    where(Math.min(at, html.length)),
    isPlace
      ? 'Inside a tag a field stands only in quotes, as in href="<%= … %>"; put conditions around the whole element.'
      : "This tag is not closed with “>”, or something stands in it that does not belong there.",
  );
}
