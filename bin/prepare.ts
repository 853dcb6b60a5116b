// Readies the database before the server starts: `migrate` alone, or also `demo` or `setup`. Tells its parent what people need to know.
import { createHash, randomBytes } from "node:crypto";
import { closePool } from "@/db/client";
import { migrate } from "@/db/migrate";
import { loadDemo } from "@/lib/demo/load-demo";
import { hasOrganisation } from "@/lib/organisations/queries";
import { env } from "@/lib/platform/env";
import type { Prepared } from "./lib/prepared.mjs";

async function prepare(mode: string | undefined): Promise<Prepared> {
  await migrate(env().DATABASE_URL);
  if (mode === "demo") return { demo: await loadDemo(demoPasswords()) };
  if (mode !== "setup" || (await hasOrganisation())) return {};
  const token = randomBytes(32).toString("base64url");
  return { setup: { token, hash: createHash("sha256").update(token).digest("hex") } };
}

function demoPasswords() {
  const { DEMO_STAFF_PASSWORD: staff, DEMO_CUSTOMER_PASSWORD: customer } = process.env;
  if (!staff || !customer) throw new Error("The demo needs DEMO_STAFF_PASSWORD and DEMO_CUSTOMER_PASSWORD.");
  return { staff, customer };
}

// By the codes of Node.js and PostgreSQL; their own words say little to whoever only mistyped DATABASE_URL.
const reasons: Record<string, string> = {
  ECONNREFUSED: "Nothing answers there. Is PostgreSQL running, and are host and port right?",
  ENOTFOUND: "There is no host of that name.",
  ETIMEDOUT: "The host does not answer.",
  "28P01": "User or password is wrong.",
  "28000": "The server does not let this user in.",
  "3D000": "There is no database of that name. Create it: CREATE DATABASE portico OWNER portico;",
};

function inPlainWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const reason = reasons["code" in error ? String(error.code) : ""];
  if (!reason) return error.message;
  const { host, pathname } = new URL(env().DATABASE_URL);
  return `The database ${host}${pathname} (DATABASE_URL) cannot be used. ${reason}`;
}

try {
  const prepared = await prepare(process.argv[2]);
  await closePool();
  process.send?.(prepared);
} catch (error) {
  console.error(inPlainWords(error));
  process.exitCode = 1;
}
