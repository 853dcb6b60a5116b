import { MOST_DEPTH } from "./limits";
import { TemplateProblem } from "./problem";
import type { TokenReader } from "./token-reader";
import type { Comparison, Condition, Literal, Path } from "./tree";

const comparisons: readonly string[] = ["===", "!==", "<", ">", "<=", ">="] satisfies Comparison[];

/** Reads a condition: fields and literals, compared and joined with “!”, “&&” and “||” as JavaScript binds them. */
export function parseCondition(tokens: TokenReader, depth = 0): Condition {
  if (depth > MOST_DEPTH) tokens.refuse("This condition stands too deep in parentheses.");
  let left = parseAnd(tokens, depth);
  for (let or = tokens.takeIf("||"); or; or = tokens.takeIf("||"))
    left = { kind: "or", left, right: parseAnd(tokens, depth), at: or.at };
  return left;
}

function parseAnd(tokens: TokenReader, depth: number): Condition {
  let left = parseComparison(tokens, depth);
  for (let and = tokens.takeIf("&&"); and; and = tokens.takeIf("&&"))
    left = { kind: "and", left, right: parseComparison(tokens, depth), at: and.at };
  return left;
}

function parseComparison(tokens: TokenReader, depth: number): Condition {
  const left = parseOperand(tokens, depth);
  const { kind, text, at } = tokens.current;
  if (kind !== "sign" || !comparisons.includes(text)) return left;
  tokens.take();
  const right = parseOperand(tokens, depth);
  if (comparisons.includes(tokens.current.text)) tokens.refuse("Compare two things only; join with “&&”.");
  return { kind: "compare", operator: text as Comparison, left, right, at };
}

function parseOperand(tokens: TokenReader, depth: number): Condition {
  const not = tokens.takeIf("!");
  if (not && depth > MOST_DEPTH) throw new TemplateProblem(not.at, "Too many “!” in a row.");
  if (not) return { kind: "not", of: parseOperand(tokens, depth + 1), at: not.at };
  if (!tokens.takeIf("(")) return parseValue(tokens);
  const inside = parseCondition(tokens, depth + 1);
  tokens.demand(")", "A “)” is missing here.");
  return inside;
}

/** Reads a field or a literal. */
export function parseValue(tokens: TokenReader): Path | Literal {
  const { kind, text, at } = tokens.take();
  if (kind === "text") return { kind: "literal", value: text.slice(1, -1), at };
  if (kind === "number") return { kind: "literal", value: Number(text), at };
  if (kind === "name" && (text === "true" || text === "false"))
    return { kind: "literal", value: text === "true", at };
  if (kind === "name") return parsePath(tokens, text, at);
  throw new TemplateProblem(
    at,
    kind === "end" ? "A field is missing here." : `“${text}” is not allowed here.`,
  );
}

function parsePath(tokens: TokenReader, first: string, at: number): Path {
  const names = [first];
  while (tokens.takeIf(".")) {
    if (tokens.current.kind !== "name") tokens.refuse("The name of a field is missing after the dot.");
    names.push(tokens.take().text);
  }
  if (tokens.current.kind === "sign" && tokens.current.text === "(")
    throw new TemplateProblem(at, `“${names.join(".")}(…)” is a call, and nothing can be called here.`);
  return { kind: "path", names, at };
}
