import { createHash } from "node:crypto";
import { access, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { projectFolder, runNode } from "./run.mjs";
import { step } from "./steps.mjs";

const SOURCE_FOLDERS = ["app", "components", "db", "emails", "lib", "public"];
const SOURCE_FILES =
  /^(package-lock|tsconfig)\.json$|^(next\.config|postcss\.config|proxy|instrumentation.*)\.\w+$/;
const STAMP = ".next/portico-build";

/** Builds the application unless the last finished build was made from exactly these sources. */
export async function ensureBuild(folder = projectFolder) {
  const sources = await fingerprint(folder);
  const stamp = path.join(folder, STAMP);
  if ((await readFile(stamp, "utf8").catch(() => "")) === sources) return;
  await rm(stamp, { force: true });
  await step("Building the application (about a minute the first time)", () => build(folder));
  await writeFile(stamp, sources);
}

/** @param {string} folder */
async function build(folder) {
  const finished = path.join(folder, ".next/BUILD_ID");
  await rm(finished, { force: true });
  const said = await runNode(["node_modules/next/dist/bin/next", "build"], {
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
  });
  // Next.js answers with success when its workers were ended from outside.
  await access(finished).catch(() => {
    throw new Error(`The build was cut short. Start again.\n${said}`);
  });
}

/**
 * Changes whenever a rebuild is needed: with the sources, the locked packages and the version of Node.js.
 * @param {string} folder
 */
export async function fingerprint(folder) {
  const hash = createHash("sha256").update(process.version);
  for (const file of await sourceFiles(folder)) {
    hash.update(`\0${file}\0`).update(await readFile(path.join(folder, file)));
  }
  return hash.digest("hex");
}

/** @param {string} folder */
async function sourceFiles(folder) {
  const top = (await readdir(folder)).filter((name) => SOURCE_FILES.test(name));
  const nested = await Promise.all(
    SOURCE_FOLDERS.map(async (name) => {
      const entries = await readdir(path.join(folder, name), { recursive: true, withFileTypes: true }).catch(
        () => [],
      );
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name));
    }),
  );
  return [...top, ...nested.flat().map((file) => path.relative(folder, file))].sort();
}
