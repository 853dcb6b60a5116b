import { kindOf, scopeOf } from "./check";
import { checkTag, type KindAt } from "./check-tag";
import { COLOUR, ON_COLOUR, dressed } from "./dressed";
import type { Scope } from "./fields";
import { voidElements } from "./html-words";
import { TemplateProblem } from "./problem";
import { PLACE, readTag } from "./read-tag";
import type { Node, Output } from "./tree";

const FIRST_PLACE = 0xe000;

const field = (names: string[]): Output => ({ kind: "output", at: 0, of: { kind: "path", names, at: 0 } });

// What buttons are painted with; always the first two places, whether or not they are used.
const colours = [field(COLOUR), field(ON_COLOUR)];

/**
 * Reads the HTML that a template writes, refuses what does not belong into an e-mail, and answers the template with its tags written
 * anew in the styles that mail programs need. Each branch and loop is whole in itself, so every way through the template is checked.
 */
export function dressHtml(nodes: readonly Node[], scope: Scope): Node[] {
  return dressBlock(nodes, scope, []);
}

function dressBlock(nodes: readonly Node[], scope: Scope, around: readonly string[]): Node[] {
  const { html, places, where } = join(nodes);
  const kindAt: KindAt = (mark) => {
    const place = placeOf(mark, places);
    return place?.kind === "output" ? kindOf(place.of, scope) : null;
  };
  const open: { name: string; at: number; after: string }[] = [];
  const insides = new Map<Node, string[]>();
  let written = "";
  for (let at = 0; at < html.length;) {
    const within = () => [...around, ...open.map(({ name }) => name)];
    if (html[at] !== "<") {
      const place = placeOf(html[at] ?? "", places);
      if (place) insides.set(place, within());
      written += html[at];
      at += 1;
      continue;
    }
    const tag = readTag(html, at, where);
    checkTag(tag, tag.isEnd ? open.map(({ name }) => name) : within(), where(at), kindAt);
    if (tag.isEnd) {
      written += open.pop()?.after ?? "";
    } else {
      const { before, after } = dressed(tag, within());
      written += before;
      if (!voidElements.has(tag.name)) open.push({ name: tag.name, at: where(at), after });
    }
    at = tag.end;
  }
  const unclosed = open.at(-1);
  if (unclosed)
    throw new TemplateProblem(unclosed.at, `<${unclosed.name}> is not closed with </${unclosed.name}> here.`);
  return takeApart(written, places).map((node) => dressInside(node, scope, insides.get(node) ?? []));
}

function dressInside(node: Node, scope: Scope, around: readonly string[]): Node {
  if (node.kind === "for") return { ...node, body: dressBlock(node.body, scopeOf(node, scope), around) };
  if (node.kind !== "if") return node;
  const then = dressBlock(node.then, scope, around);
  return { ...node, then, otherwise: dressBlock(node.otherwise, scope, around) };
}

/** The text of a block as one string in which a mark stands for everything else, and the way back to the source. */
function join(nodes: readonly Node[]) {
  const places: Node[] = [...colours];
  const starts: { from: number; at: number }[] = [];
  let html = "";
  for (const node of nodes) {
    starts.push({ from: html.length, at: node.at });
    if (node.kind === "text") html += node.text;
    else html += String.fromCharCode(FIRST_PLACE + places.push(node) - 1);
  }
  const where = (offset: number) => {
    const start = starts.findLast(({ from }) => from <= offset);
    return start ? start.at + offset - start.from : 0;
  };
  return { html, places, where };
}

const placeOf = (mark: string, places: readonly Node[]): Node | undefined =>
  PLACE.test(mark) ? places[mark.charCodeAt(0) - FIRST_PLACE] : undefined;

function takeApart(html: string, places: readonly Node[]): Node[] {
  return html
    .split(/([\ue000-\uf8ff])/)
    .filter((part) => part !== "")
    .map((part) => placeOf(part, places) ?? { kind: "text", text: part, at: 0 });
}
