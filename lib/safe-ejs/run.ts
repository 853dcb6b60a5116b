import { MOST_OUTPUT, MOST_STEPS } from "./limits";
import { TemplateProblem } from "./problem";
import type { Comparison, Condition, Literal, Node, Path } from "./tree";

type Values = Readonly<Record<string, unknown>>;
type Room = {
  view: Values;
  loops: Readonly<Record<string, unknown>>;
  left: { steps: number; length: number };
};

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&#34;",
  "'": "&#39;",
};

/** Text as it may stand in HTML, in quotes too; as EJS escapes it. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? "");

/** Writes what a checked template says of `view`. It only ever reads, and nothing but the view's own plain values. */
export function runNodes(nodes: readonly Node[], view: Values, escape: (text: string) => string): string {
  const left = { steps: MOST_STEPS, length: MOST_OUTPUT };
  return write(nodes, { view, loops: Object.create(null) as Values, left }, escape);
}

function write(nodes: readonly Node[], room: Room, escape: (text: string) => string): string {
  let written = "";
  for (const node of nodes) {
    step(node, room);
    if (node.kind === "text" || node.kind === "output") {
      const said = node.kind === "text" ? node.text : escape(plain(valueOf(node.of, room)));
      room.left.length -= said.length;
      if (room.left.length < 0) throw new TemplateProblem(node.at, "This has become too long for an e-mail.");
      written += said;
    } else if (node.kind === "if") {
      written += write(isTrue(node.test, room) ? node.then : node.otherwise, room, escape);
    } else {
      for (const element of listOf(node.list, room)) {
        step(node, room);
        written += write(node.body, { ...room, loops: { ...room.loops, [node.name]: element } }, escape);
      }
    }
  }
  return written;
}

function step(node: Node, { left }: Room): void {
  left.steps -= 1;
  if (left.steps < 0) throw new TemplateProblem(node.at, "This takes too long to write.");
}

const plain = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";

function listOf(path: Path, room: Room): readonly unknown[] {
  const list = valueOf(path, room);
  return Array.isArray(list) ? list : [];
}

function valueOf(value: Path | Literal, { view, loops }: Room): unknown {
  if (value.kind === "literal") return value.value;
  const [first = ""] = value.names;
  let found: unknown = Object.hasOwn(loops, first) ? loops : view;
  for (const name of value.names) found = ownValue(found, name);
  return found;
}

/** What an object itself holds under a name; nothing that it inherits or would work out. */
function ownValue(holder: unknown, name: string): unknown {
  if (typeof holder !== "object" || holder === null) return undefined;
  return Object.getOwnPropertyDescriptor(holder, name)?.value as unknown;
}

function isTrue(condition: Condition, room: Room): boolean {
  return Boolean(resultOf(condition, room));
}

function resultOf(condition: Condition, room: Room): unknown {
  if (condition.kind === "path" || condition.kind === "literal") return valueOf(condition, room);
  if (condition.kind === "not") return !isTrue(condition.of, room);
  if (condition.kind === "compare")
    return compare(condition.operator, resultOf(condition.left, room), resultOf(condition.right, room));
  const left = resultOf(condition.left, room);
  return Boolean(left) === (condition.kind === "and") ? resultOf(condition.right, room) : left;
}

function compare(operator: Comparison, left: unknown, right: unknown): boolean {
  if (operator === "===") return left === right;
  if (operator === "!==") return left !== right;
  const [one, other] = [Number(left), Number(right)];
  if (operator === "<") return one < other;
  if (operator === ">") return one > other;
  return operator === "<=" ? one <= other : one >= other;
}
