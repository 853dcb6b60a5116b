import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { gates } from "./lint-cases/gates";
import { house } from "./lint-cases/house";
import { layering } from "./lint-cases/layering";
import { packages } from "./lint-cases/packages";

type Message = { ruleId: string; message: string };

const cases = [...layering, ...packages, ...gates, ...house];

/** What ESLint, with the rules of this repository, says of each snippet. */
function lint(snippets: { filePath: string; code: string }[]): Message[][] {
  const output = execFileSync(process.execPath, [join(__dirname, "lint-snippets.mjs")], {
    input: JSON.stringify(snippets),
    encoding: "utf8",
    stdio: ["pipe", "pipe", "ignore"],
  });
  return JSON.parse(output) as Message[][];
}

describe("the lint rules", () => {
  const bad = new Map<string, Message[]>();
  const good = new Map<string, Message[]>();

  beforeAll(() => {
    const twins = cases.flatMap((one) => (one.good ? [{ ...one, code: one.good }] : []));
    const found = lint([
      ...cases.map((one) => ({ filePath: one.file, code: one.bad })),
      ...twins.map((one) => ({ filePath: one.goodFile ?? one.file, code: one.code })),
    ]);
    cases.forEach((one, at) => bad.set(one.promise, found[at] ?? []));
    twins.forEach((one, at) => good.set(one.promise, found[cases.length + at] ?? []));
  }, 60_000);

  it.each(cases)("hold: $promise", ({ promise, rule }) => {
    expect(bad.get(promise)?.map(({ ruleId }) => ruleId)).toContain(rule);
  });

  it.each(cases.filter((one) => one.good))("leave the proper way alone: $promise", ({ promise }) => {
    expect(good.get(promise)).toEqual([]);
  });

  it("cannot be switched off by a comment", () => {
    const [found] = lint([{ filePath: "db/snippet.ts", code: "/* eslint-disable */\nconsole.log(1);" }]);
    expect(found).toEqual([
      expect.objectContaining({ message: expect.stringContaining("has no effect") }),
      expect.objectContaining({ ruleId: "no-console" }),
    ]);
  });
});
