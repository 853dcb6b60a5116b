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

try {
  const prepared = await prepare(process.argv[2]);
  await closePool();
  process.send?.(prepared);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
