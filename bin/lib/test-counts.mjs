import { readFile } from "node:fs/promises";
import path from "node:path";

/**
 * @typedef {{ passed: number, failed: number }} Counts
 * @typedef {object} Report what we read of both runners' reports
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numRuntimeErrorTestSuites
 * @property {{ expected: number, flaky: number, unexpected: number }} stats
 * @property {unknown[]} errors
 */

/**
 * The sum of what Jest and Playwright report in their files; a report that is missing counts as a failure, because
 * the tests it stands for did not run to their end.
 * @param {string} folder
 * @returns {Promise<Counts>}
 */
export async function countTests(folder) {
  const counts = await Promise.all([
    read(path.join(folder, "jest.json"), ({ numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) => ({
      passed: numPassedTests,
      // A file that could not even be loaded has no tests to count.
      failed: numFailedTests + numRuntimeErrorTestSuites,
    })),
    read(path.join(folder, "e2e.json"), ({ stats, errors }) => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected + errors.length,
    })),
  ]);
  return counts.reduce((sum, { passed, failed }) => ({
    passed: sum.passed + passed,
    failed: sum.failed + failed,
  }));
}

/**
 * @param {string} file
 * @param {(report: Report) => Counts} count
 * @returns {Promise<Counts>}
 */
async function read(file, count) {
  const text = await readFile(file, "utf8").catch(() => null);
  return text === null ? { passed: 0, failed: 1 } : count(JSON.parse(text));
}
