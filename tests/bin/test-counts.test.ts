import { writeFile } from "node:fs/promises";
import path from "node:path";
import { countTests } from "@/bin/lib/test-counts.mjs";
import { temporaryFolder } from "../support/temporary-folder";

describe("the sum of a check", () => {
  const folder = temporaryFolder();
  const report = (name: string, contents: object) =>
    writeFile(path.join(folder.path, name), JSON.stringify(contents));
  const jest = { numPassedTests: 40, numFailedTests: 0, numRuntimeErrorTestSuites: 0 };
  const e2e = { stats: { expected: 2, flaky: 0, unexpected: 0 }, errors: [] };

  it("adds both runners", async () => {
    await report("jest.json", { ...jest, numFailedTests: 1 });
    await report("e2e.json", { ...e2e, stats: { expected: 2, flaky: 0, unexpected: 3 } });
    expect(await countTests(folder.path)).toEqual({ passed: 42, failed: 4 });
  });

  it("counts what could not be loaded as failed", async () => {
    await report("jest.json", { ...jest, numRuntimeErrorTestSuites: 1 });
    await report("e2e.json", { ...e2e, errors: [{ message: "no such file" }] });
    expect(await countTests(folder.path)).toEqual({ passed: 42, failed: 2 });
  });

  it("counts a runner that told nothing as failed", async () => {
    await report("jest.json", jest);
    expect(await countTests(folder.path)).toEqual({ passed: 40, failed: 1 });
  });
});
