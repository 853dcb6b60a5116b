/** A figure beside the bare one of the same run, and how far it may be from it. */
export type Figure = {
  name: string;
  portico: string;
  bare: string;
  ratio: number;
  limit: string;
  holds: boolean;
};

const figures: Figure[] = [];

/** Puts a figure on the report and prints it at once, because a run takes minutes. */
export function figure(line: Figure): void {
  figures.push(line);
  console.log(
    `  ${line.holds ? "holds" : "FALLS SHORT"}  ${line.name}: ${line.portico} beside ${line.bare}, ratio ${line.ratio.toFixed(2)} (${line.limit})`,
  );
}

/** Prints a fact that has no baseline. */
export function fact(text: string): void {
  console.log(`  ${text}`);
}

/** Prints the table of all figures; true when every one holds. */
export function report(): boolean {
  console.log("\n| Figure | Portico | Bare | Ratio | Limit | |\n| --- | --- | --- | --- | --- | --- |");
  for (const { name, portico, bare, ratio, limit, holds } of figures)
    console.log(
      `| ${name} | ${portico} | ${bare} | ${ratio.toFixed(2)} | ${limit} | ${holds ? "holds" : "falls short"} |`,
    );
  return figures.every(({ holds }) => holds);
}

/** The middle of `values`. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** How many milliseconds `work` takes, as the median of `times` runs after two that do not count. */
export async function medianMs(times: number, work: () => Promise<unknown>): Promise<number> {
  const taken: number[] = [];
  for (let run = -2; run < times; run += 1) {
    const began = performance.now();
    await work();
    if (run >= 0) taken.push(performance.now() - began);
  }
  return median(taken);
}
