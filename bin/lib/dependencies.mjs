import { createHash } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { projectFolder, run } from "./run.mjs";
import { step } from "./steps.mjs";

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }} LockedPackage */

/** Installs the locked packages unless exactly those are installed; an installation that was cut short is done again. */
export async function ensureDependencies(folder = projectFolder) {
  const [lock, installed, stamp] = await Promise.all(
    ["package-lock.json", "node_modules/.package-lock.json", "node_modules/.portico-installed"].map((file) =>
      readFile(path.join(folder, file), "utf8").catch(() => ""),
    ),
  );
  const expected = stampOf(lock ?? "");
  if (stamp === expected && installed) return;
  if (!isInstalled(lock ?? "", installed ?? "")) {
    await step("Installing packages (about a minute the first time)", () => install(folder));
  }
  await note(folder, expected);
}

/**
 * What an installation is good for: these packages, on this kind of machine.
 * @param {string} lock the text of package-lock.json
 */
export function stampOf(lock) {
  const abi = process.versions.modules;
  return createHash("sha256").update(`${process.platform} ${process.arch} ${abi}\n${lock}`).digest("hex");
}

/**
 * Whether npm's own note of what it installed, which it writes last, agrees with the lock file.
 * @param {string} lock
 * @param {string} installed the text of node_modules/.package-lock.json, or "" when there is none
 */
export function isInstalled(lock, installed) {
  if (!installed) return false;
  const present = packagesOf(installed);
  return Object.entries(packagesOf(lock)).every(([place, wanted]) => {
    const found = present[place];
    // Packages for other kinds of machine are locked, and left out.
    if (!found) return place === "" || wanted.optional === true || wanted.devOptional === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

/**
 * @param {string} text
 * @returns {Record<string, LockedPackage>}
 */
function packagesOf(text) {
  return JSON.parse(text).packages;
}

/** @param {string} folder */
async function install(folder) {
  // Under `npm start` npm names its own program; elsewhere it is on the path.
  const own = process.env.npm_execpath ?? "";
  const [program, ...before] = own.endsWith(".js") ? [process.execPath, own] : ["npm"];
  const args = [...before, "ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund"];
  await run(program ?? "npm", args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] }).catch((error) => {
    throw new Error(`The packages could not be installed. npm says:\n${essence(error.message)}`);
  });
}

/**
 * npm repeats its manual after an error; the reason stands in the first lines.
 * @param {string} said
 */
function essence(said) {
  const reasons = said.split("\n").filter((line) => /^npm (error|ERR!) *\S/.test(line));
  return (reasons.length ? reasons.slice(0, 12).join("\n") : said).slice(0, 3000);
}

/**
 * @param {string} folder
 * @param {string} stamp
 */
async function note(folder, stamp) {
  const file = path.join(folder, "node_modules/.portico-installed");
  await writeFile(`${file}.new`, stamp);
  await rename(`${file}.new`, file);
}
