import { findField, unknownField, type Known, type ListField, type Scope } from "./fields";
import { FIELD_LENGTH, MOST_OUTPUT } from "./limits";
import { TemplateProblem } from "./problem";
import type { Condition, For, Literal, Node, Path } from "./tree";

/** Holds a parsed template to the fields it may name and to the length it may reach. Throws a TemplateProblem. */
export function checkNodes(nodes: readonly Node[], scope: Scope): void {
  for (const node of nodes) {
    if (node.kind === "output") checkOutput(node.of, scope);
    if (node.kind === "for") checkNodes(node.body, scopeOf(node, scope));
    if (node.kind !== "if") continue;
    checkCondition(node.test, scope);
    checkNodes(node.then, scope);
    checkNodes(node.otherwise, scope);
  }
}

/** What can be named inside a loop. */
export function scopeOf({ name, list, at }: For, scope: Scope): Scope {
  const { fields, loops } = scope;
  const known = knownField(list, scope);
  if (known.kind !== "list")
    throw new TemplateProblem(
      list.at,
      `“${list.names.join(".")}” is not a list, so it cannot be repeated over.`,
    );
  if (loops.has(name) || fields.some(({ path }) => path.split(".")[0] === name))
    throw new TemplateProblem(at, `“${name}” means something else already. Choose another name for it.`);
  return { fields, loops: new Map([...loops, [name, known]]) };
}

function knownField(path: Path, scope: Scope): Known {
  const known = findField(path.names, scope);
  if (!known) throw new TemplateProblem(path.at, unknownField(path.names, scope));
  return known;
}

/** The kind of what an output shows. */
export function kindOf(value: Path | Literal, scope: Scope): Known["kind"] {
  if (value.kind === "path") return knownField(value, scope).kind;
  return typeof value.value === "string" ? "text" : typeof value.value === "number" ? "number" : "yesNo";
}

function checkOutput(value: Path | Literal, scope: Scope): void {
  const kind = kindOf(value, scope);
  const said = value.kind === "path" ? value.names.join(".") : String(value.value);
  if (kind === "list")
    throw new TemplateProblem(value.at, `“${said}” is a list. Write “<% for (const one of ${said}) { %>”.`);
  if (kind === "yesNo")
    throw new TemplateProblem(value.at, `“${said}” is yes or no. Ask for it with “<% if (${said}) { %>”.`);
}

function checkCondition(condition: Condition, scope: Scope): Known["kind"] {
  if (condition.kind === "path" || condition.kind === "literal") {
    const kind = kindOf(condition, scope);
    if (kind !== "list" || condition.kind !== "path") return kind;
    const said = condition.names.join(".");
    throw new TemplateProblem(condition.at, `“${said}” is a list. Ask for “${said}.length > 0”.`);
  }
  if (condition.kind === "not") checkCondition(condition.of, scope);
  if (condition.kind === "not") return "yesNo";
  const left = checkCondition(condition.left, scope);
  const right = checkCondition(condition.right, scope);
  if (condition.kind !== "compare") return left === right ? left : "yesNo";
  const isOrder = condition.operator.length < 3;
  if (isOrder && (left !== "number" || right !== "number"))
    throw new TemplateProblem(condition.at, `With “${condition.operator}” only numbers are compared.`);
  return "yesNo";
}

/** Refuses a template that could become longer than an e-mail may be, every list being as long as it gets. */
export function checkLength(nodes: readonly Node[], scope: Scope): void {
  if (lengthOf(nodes, scope) > MOST_OUTPUT)
    throw new TemplateProblem(
      nodes.find(({ kind }) => kind === "for")?.at ?? 0,
      `This could become longer than ${MOST_OUTPUT / 1000},000 characters, which mail programs cut off.`,
    );
}

function lengthOf(nodes: readonly Node[], scope: Scope): number {
  const sum = (some: readonly Node[], within = scope) => lengthOf(some, within);
  return nodes.reduce((total, node) => {
    if (node.kind === "text") return total + node.text.length;
    if (node.kind === "output") return total + FIELD_LENGTH;
    if (node.kind === "if") return total + Math.max(sum(node.then), sum(node.otherwise));
    const { most } = knownField(node.list, scope) as ListField;
    return total + most * sum(node.body, scopeOf(node, scope));
  }, 0);
}

/** Whether `path` is shown whatever the conditions are. */
export function alwaysShows(nodes: readonly Node[], path: string): boolean {
  return nodes.some((node) => {
    if (node.kind === "output") return node.of.kind === "path" && node.of.names.join(".") === path;
    return node.kind === "if" && alwaysShows(node.then, path) && alwaysShows(node.otherwise, path);
  });
}
