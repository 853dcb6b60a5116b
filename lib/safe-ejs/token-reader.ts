import { TemplateProblem } from "./problem";
import type { Token } from "./tokens";

/** Walks through the tokens of one tag. */
export class TokenReader {
  private next = 0;
  constructor(private readonly tokens: readonly Token[]) {}

  get current(): Token {
    return this.tokens[this.next] ?? { kind: "end", text: "%>", at: 0 };
  }

  take(): Token {
    const token = this.current;
    this.next += 1;
    return token;
  }

  /** Takes the sign or word `text` when it comes next. */
  takeIf(text: string): Token | null {
    const { kind } = this.current;
    return (kind === "sign" || kind === "name") && this.current.text === text ? this.take() : null;
  }

  demand(text: string, instead: string): Token {
    return this.takeIf(text) ?? this.refuse(instead);
  }

  refuse(reason: string): never {
    throw new TemplateProblem(this.current.at, reason);
  }
}
