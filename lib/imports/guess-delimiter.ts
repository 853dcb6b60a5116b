const candidates = [",", ";", "\t", "|"];
const LINES = 20;

/** The sign between the cells of a CSV file: the one that splits its first lines into most, and equally many, cells. */
export function guessDelimiter(start: string): string {
  const named = /^sep=(.)\r?\n/i.exec(start)?.[1];
  if (named) return named;
  const lines = countsPerLine(start);
  const scores = candidates.map((_, at) => score(lines.map((counts) => counts[at] ?? 0)));
  const best = Math.max(...scores);
  return best > 0 ? (candidates[scores.indexOf(best)] ?? ",") : ",";
}

function score(counts: number[]): number {
  const [first = 0, ...rest] = counts;
  if (first === 0) return 0;
  const same = rest.filter((count) => count === first).length;
  return first * ((1 + same) / counts.length);
}

/** How often each candidate stands outside quotes in each of the first lines; a line that was cut off is left out. */
function countsPerLine(start: string): number[][] {
  const lines: number[][] = [];
  let counts = candidates.map(() => 0);
  let isQuoted = false;
  for (const sign of start) {
    if (sign === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (sign === "\n") {
      if (lines.push(counts) === LINES) return lines;
      counts = candidates.map(() => 0);
    } else if (candidates.includes(sign)) counts[candidates.indexOf(sign)]! += 1;
  }
  return lines.length > 0 ? lines : [counts];
}
