import { spawnSync } from "node:child_process";
import { stat } from "node:fs/promises";

const ACCOUNT_NAME = "postgres";

/**
 * The system account that PostgreSQL runs as. An ordinary user runs it as themselves; PostgreSQL refuses to run as
 * root, so root lends it the owner of an existing cluster, or the account "postgres", created when missing.
 * @param {string} clusterFolder
 * @returns {Promise<import("./binaries.mjs").Account>}
 */
export async function databaseAccount(clusterFolder) {
  const owner = await stat(clusterFolder).catch(() => null);
  const uid = process.getuid?.();
  if (uid !== 0) {
    if (owner && uid !== undefined && owner.uid !== uid) {
      throw new Error(
        `${clusterFolder} belongs to another user (id ${owner.uid}). Start Portico as that user.`,
      );
    }
    return {};
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return lookUp() ?? create();
}

/** @returns {{ uid: number, gid: number } | null} */
function lookUp() {
  const [uid, gid] = ["-u", "-g"].map((flag) => spawnSync("id", [flag, ACCOUNT_NAME], { encoding: "utf8" }));
  if (uid?.status !== 0 || gid?.status !== 0) return null;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

function create() {
  spawnSync("useradd", [
    "--system",
    "--user-group",
    "--no-create-home",
    "--shell",
    "/usr/sbin/nologin",
    ACCOUNT_NAME,
  ]);
  const account = lookUp();
  if (account) return account;
  throw new Error(
    `PostgreSQL does not run as root, and the account "${ACCOUNT_NAME}" could not be created. ` +
      "Start Portico as an ordinary user, or set DATABASE_URL.",
  );
}
