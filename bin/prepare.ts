// Readies the database before the server starts: `migrate` alone, or also `demo` or `setup`. Tells its parent what people need to know.
import { createHash, randomBytes } from "node:crypto";
import { asSystem } from "@/db/as-actor";
import { closePool } from "@/db/client";
import { migrate } from "@/db/migrate";
import { organisations } from "@/db/schema";
import { env } from "@/lib/platform/env";
import type { Prepared } from "./lib/prepared.mjs";

async function prepare(mode: string | undefined): Promise<Prepared> {
  await migrate(env().DATABASE_URL);
  if (mode !== "setup" || (await hasOrganisation())) return {};
  const token = randomBytes(32).toString("base64url");
  return { setup: { token, hash: createHash("sha256").update(token).digest("hex") } };
}

async function hasOrganisation(): Promise<boolean> {
  const found = await asSystem("ask whether the portal has been set up", "any", (tx) =>
    tx.select({ id: organisations.id }).from(organisations).limit(1),
  );
  return found.length > 0;
}

try {
  const prepared = await prepare(process.argv[2]);
  await closePool();
  process.send?.(prepared);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
