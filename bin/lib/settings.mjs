import { existsSync } from "node:fs";

/**
 * @typedef {object} Settings
 * @property {number} port
 * @property {string} baseUrl without a slash at the end
 * @property {string | undefined} databaseUrl undefined for the embedded database
 */

/**
 * Reads what `npm start` needs to know before anything is installed; throws an Error that says what to mend.
 * @param {Record<string, string | undefined>} source
 * @returns {Settings}
 */
export function readSettings(source) {
  const port = Number(source.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(
      `PORT is "${source.PORT}": give a number from 1 to 65535, for example PORT=3001 npm start`,
    );
  }
  const baseUrl = (source.BASE_URL || `http://localhost:${port}`).replace(/\/+$/, "");
  if (!/^https?:\/\/[^/]/.test(baseUrl)) {
    throw new Error(
      `BASE_URL is "${source.BASE_URL}": give the address that people open, for example https://portal.example.com`,
    );
  }
  const databaseUrl = source.DATABASE_URL || undefined;
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new Error(
      "DATABASE_URL must begin with postgres:// or postgresql:// (leave it empty for the embedded database)",
    );
  }
  return { port, baseUrl, databaseUrl };
}

/**
 * Adds what the file `.env` says to the environment; what is set already stays.
 * @param {string} file
 */
export function loadEnvFile(file) {
  if (existsSync(file)) process.loadEnvFile(file);
}

/**
 * Throws unless this Node.js is new enough.
 * @param {string} version
 */
export function demandNode(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Error(
    `Portico needs Node.js 20.19 or newer; this is ${version}. Install it from https://nodejs.org`,
  );
}
