import { readFile } from "node:fs/promises";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";

const LINES = 12;

/**
 * @typedef {{ title: string, file?: string, line?: number, tests: { status: string, results: { error?: { message?: string } }[] }[] }} Spec
 * @typedef {{ specs?: Spec[], suites?: Suite[] }} Suite
 * @typedef {{ fullName: string, status: string, failureMessages: string[] }} Assertion
 * @typedef {{ name: string, message: string, status: string, assertionResults: Assertion[] }} TestFile
 */

/**
 * What failed in both runners' reports, and what passed only at its second try: a name and the first lines of the reason each.
 * @param {string} folder
 * @returns {Promise<string[]>}
 */
export async function listFailures(folder) {
  const [jest, e2e] = await Promise.all([
    read(path.join(folder, "jest.json")),
    read(path.join(folder, "e2e.json")),
  ]);
  return [...(jest?.testResults ?? []).flatMap(ofJest), ...(e2e?.suites ?? []).flatMap(ofPlaywright)];
}

/** @returns {string[]} */
function ofJest(/** @type {TestFile} */ { name, message, status, assertionResults }) {
  const failed = assertionResults.filter((test) => test.status === "failed");
  if (status === "failed" && failed.length === 0) return [told("failed", path.relative(".", name), message)];
  return failed.map(({ fullName, failureMessages }) => told("failed", fullName, failureMessages[0]));
}

/** @returns {string[]} */
function ofPlaywright(/** @type {Suite} */ { specs = [], suites = [] }) {
  const own = specs.flatMap(({ title, file, line, tests }) =>
    tests
      .filter(({ status }) => status === "unexpected" || status === "flaky")
      .map(({ status, results }) => {
        const reason = results.find(({ error }) => error)?.error?.message;
        return told(status === "flaky" ? "unsteady" : "failed", `${file}:${line} ${title}`, reason);
      }),
  );
  return [...own, ...suites.flatMap(ofPlaywright)];
}

function told(
  /** @type {string} */ how,
  /** @type {string} */ name,
  /** @type {string | undefined} */ reason,
) {
  const lines = stripVTControlCharacters(reason ?? "no reason was given").split("\n");
  return `${how}: ${name}\n${lines
    .slice(0, LINES)
    .map((line) => `    ${line}`)
    .join("\n")}`;
}

/** @returns {Promise<{ testResults?: TestFile[], suites?: Suite[] } | null>} */
async function read(/** @type {string} */ file) {
  const text = await readFile(file, "utf8").catch(() => null);
  return text === null ? null : JSON.parse(text);
}
