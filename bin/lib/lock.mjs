import { rm } from "node:fs/promises";
import { connect, createServer } from "node:net";
import path from "node:path";

/**
 * Claims a place for this process alone. The claim is a socket that answers with `owner`, so it ends with the process
 * and can never be left behind. Throws an Error made from the owner's text when another process has it.
 * @param {string} file
 * @param {string} owner what a second process is told
 * @returns {Promise<() => void>} gives the place up
 */
export async function claim(file, owner) {
  // Socket paths are limited to about 100 characters, which a relative path does not reach.
  const place = path.relative(process.cwd(), file);
  for (let attempt = 0; attempt < 3; attempt++) {
    const server = await listen(place, owner);
    if (server) return () => server.close();
    const told = await ask(place);
    if (told !== null) throw new Error(told);
    await rm(place, { force: true });
  }
  throw new Error(`${file} cannot be claimed: another start is just beginning. Try again.`);
}

/**
 * @param {string} place
 * @param {string} owner
 * @returns {Promise<import("node:net").Server | null>} null when the place is taken, by a living process or a dead one
 */
function listen(place, owner) {
  return new Promise((resolve, reject) => {
    const server = createServer((asker) => asker.on("error", () => undefined).end(owner));
    server.once("error", (error) => {
      const code = "code" in error ? error.code : undefined;
      if (code === "EADDRINUSE") return resolve(null);
      reject(code === "EACCES" ? new Error(foreign(place)) : error);
    });
    server.listen(place, () => resolve(server.unref()));
  });
}

/** @param {string} place */
function foreign(place) {
  const folder = path.dirname(place);
  return `The folder ${folder} belongs to another user. Start Portico as that user, or give yourself the folder.`;
}

/**
 * @param {string} place
 * @returns {Promise<string | null>} null when nobody answers
 */
function ask(place) {
  return new Promise((resolve) => {
    let told = "";
    const asker = connect(place);
    asker.on("data", (chunk) => (told += chunk));
    asker.once("end", () => resolve(told));
    asker.once("error", () => resolve(null));
  });
}
