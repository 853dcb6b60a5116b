import { writeFile } from "node:fs/promises";
import path from "node:path";
import { listFailures } from "@/bin/lib/test-failures.mjs";
import { temporaryFolder } from "../support/temporary-folder";

describe("what a check tells of its failures", () => {
  const folder = temporaryFolder();
  const report = (name: string, contents: object) =>
    writeFile(path.join(folder.path, name), JSON.stringify(contents));

  it("names each failed test of both runners with the reason, and each that passed only at its second try", async () => {
    await report("jest.json", {
      testResults: [
        {
          ...{ name: path.resolve("tests/a.test.ts"), status: "failed", message: "" },
          assertionResults: [
            { fullName: "a link works once", status: "failed", failureMessages: ["\u001b[31mexpected 1"] },
            { fullName: "a link expires", status: "passed", failureMessages: [] },
          ],
        },
        {
          ...{ name: path.resolve("tests/b.test.ts"), status: "failed", message: "Cannot find module" },
          assertionResults: [],
        },
      ],
    });
    const spec = (title: string, status: string, message?: string) => ({
      ...{ title, file: "imports.spec.ts", line: 10 },
      tests: [{ status, results: [{ error: message ? { message } : undefined }] }],
    });
    await report("e2e.json", {
      suites: [
        {
          specs: [spec("imports", "unexpected", "not visible"), spec("signs in", "expected")],
          suites: [{ specs: [spec("sends", "flaky", "too late")] }],
        },
      ],
    });
    expect(await listFailures(folder.path)).toEqual([
      "failed: a link works once\n    expected 1",
      "failed: tests/b.test.ts\n    Cannot find module",
      "failed: imports.spec.ts:10 imports\n    not visible",
      "unsteady: imports.spec.ts:10 sends\n    too late",
    ]);
  });

  it("tells nothing of reports that are not there", async () => {
    expect(await listFailures(path.join(folder.path, "none"))).toEqual([]);
  });
});
