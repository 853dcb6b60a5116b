import { MOST_DEPTH } from "./limits";
import { parseCondition, parseValue } from "./parse-condition";
import { TemplateProblem } from "./problem";
import { readSegments, type Segment } from "./read-segments";
import { isReserved } from "./reserved";
import { TokenReader } from "./token-reader";
import { tokenize } from "./tokens";
import type { For, If, Node } from "./tree";

/** Parses a template, which is real EJS of a kind so small that it can be interpreted: see DECISIONS.md. Throws a TemplateProblem. */
export function parseTemplate(source: string): Node[] {
  return new Parser(readSegments(source)).parse();
}

const NEVER_CLOSED = "This is never closed. Close it with “<% } %>”.";

class Parser {
  private next = 0;
  private tag = new TokenReader([]);
  private depth = 0;

  constructor(private readonly segments: readonly Segment[]) {}

  parse(): Node[] {
    const nodes = this.block(null);
    if (this.tag.current.text === "}") this.tag.refuse("This “}” closes nothing.");
    return nodes;
  }

  /** Reads nodes up to the “}” that closes what began at `opened`, or to the end. */
  private block(opened: number | null): Node[] {
    const nodes: Node[] = [];
    for (;;) {
      const { kind, text } = this.tag.current;
      if (kind === "sign" && text === "}") return nodes;
      if (kind !== "end") {
        if (!this.tag.takeIf(";")) nodes.push(this.statement());
        continue;
      }
      const segment = this.segments[this.next];
      this.next += 1;
      if (!segment && opened !== null) throw new TemplateProblem(opened, NEVER_CLOSED);
      if (!segment) return nodes;
      if (segment.kind === "code") this.tag = new TokenReader(tokenize(segment.text, segment.at));
      else if (segment.kind === "output") nodes.push(output(segment));
      else nodes.push({ kind: "text", text: segment.text, at: segment.at });
    }
  }

  private statement(): If | For {
    const { kind, text, at } = this.tag.take();
    if (kind === "name" && text === "if") return this.condition(at);
    if (kind === "name" && text === "for") return this.loop(at);
    if (kind === "name" && text === "else")
      throw new TemplateProblem(
        at,
        "“else” stands in the same tag as the brace before it: “<% } else { %>”.",
      );
    const isWord = kind === "name" && isReserved(text);
    throw new TemplateProblem(
      at,
      isWord
        ? `“${text}” is not allowed. There are “if”, “else” and “for (const … of …)”.`
        : `“${text}” does nothing here. To show a field, write “<%= … %>”.`,
    );
  }

  private condition(at: number): If {
    this.tag.demand("(", "Write “if (…) {”.");
    const test = parseCondition(this.tag);
    this.tag.demand(")", "The condition ends here with “)”, as in “if (…) {”.");
    const then = this.body(at);
    if (!this.tag.takeIf("else")) return { kind: "if", test, then, otherwise: [], at };
    const again = this.tag.takeIf("if");
    const otherwise = again ? [this.deeper(again.at, () => this.condition(again.at))] : this.body(at);
    return { kind: "if", test, then, otherwise, at };
  }

  private loop(at: number): For {
    const shape = "Write “for (const … of …) {”.";
    this.tag.demand("(", shape);
    if (!this.tag.takeIf("let")) this.tag.demand("const", shape);
    if (this.tag.current.kind !== "name") this.tag.refuse(shape);
    const { text: name, at: named } = this.tag.take();
    if (isReserved(name)) throw new TemplateProblem(named, `“${name}” cannot be used as a name.`);
    this.tag.demand("of", shape);
    const list = parseValue(this.tag);
    if (list.kind !== "path") throw new TemplateProblem(list.at, "Only over a list can be repeated.");
    this.tag.demand(")", shape);
    return { kind: "for", name, list, body: this.body(at), at };
  }

  private body(opened: number): Node[] {
    this.tag.demand("{", "A “{” is missing here, in the same tag.");
    const nodes = this.deeper(opened, () => this.block(opened));
    this.tag.take();
    return nodes;
  }

  private deeper<T>(at: number, work: () => T): T {
    this.depth += 1;
    if (this.depth > MOST_DEPTH)
      throw new TemplateProblem(at, `Conditions and loops stand at most ${MOST_DEPTH} deep in one another.`);
    const done = work();
    this.depth -= 1;
    return done;
  }
}

function output({ text, at }: Segment): Node {
  const tokens = new TokenReader(tokenize(text, at));
  const of = parseValue(tokens);
  if (tokens.current.kind !== "end")
    tokens.refuse("One field is shown at a time. To choose what is shown, use “if … else …”.");
  return { kind: "output", of, at: of.at };
}
