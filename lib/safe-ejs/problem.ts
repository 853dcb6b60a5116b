/** Where in a template something is wrong, counted from 1, and what. */
export type Place = { line: number; column: number; reason: string };

/** A template is refused: says in plain words what is wrong at which offset of its source. */
export class TemplateProblem extends Error {
  constructor(
    readonly at: number,
    readonly reason: string,
  ) {
    super(reason);
    this.name = "TemplateProblem";
  }

  /** The problem with its line and column in `source`. */
  placeIn(source: string): Place {
    const before = tidySource(source).slice(0, this.at).split("\n");
    return { line: before.length, column: (before.at(-1) ?? "").length + 1, reason: this.reason };
  }
}

/** A problem as a sentence for the person at the form. */
export const problemWords = ({ line, reason }: Place): string => `Line ${line}: ${reason}`;

/** A source with the line breaks by which everything here counts. */
export const tidySource = (source: string): string => source.replace(/\r\n?/g, "\n");
