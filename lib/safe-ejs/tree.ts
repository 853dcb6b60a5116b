/** A field as the template names it, such as ["recipient", "name"]. */
export type Path = { kind: "path"; names: string[]; at: number };
export type Literal = { kind: "literal"; value: string | number | boolean; at: number };

export type Comparison = "===" | "!==" | "<" | ">" | "<=" | ">=";

/** What a condition can be made of. */
export type Condition =
  | Path
  | Literal
  | { kind: "not"; of: Condition; at: number }
  | { kind: "and" | "or"; left: Condition; right: Condition; at: number }
  | { kind: "compare"; operator: Comparison; left: Condition; right: Condition; at: number };

export type Output = { kind: "output"; of: Path | Literal; at: number };
export type If = { kind: "if"; test: Condition; then: Node[]; otherwise: Node[]; at: number };
export type For = { kind: "for"; name: string; list: Path; body: Node[]; at: number };

/** All that a template can consist of; what is not here does not exist. */
export type Node = { kind: "text"; text: string; at: number } | Output | If | For;
