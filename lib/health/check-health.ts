import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pool } from "@/db/client";
import { env } from "@/lib/platform/env";
import { workerHealth } from "@/lib/worker/start";

type Part = "ok" | string;
export type Health = { status: "ok" | "failing"; database: Part; migrations: Part; worker: Part };

async function migrationsBehind(): Promise<number> {
  const journal = join(process.cwd(), "db/migrations/meta/_journal.json");
  const known = (JSON.parse(readFileSync(journal, "utf8")) as { entries: { when: number }[] }).entries;
  const { rows } = await pool().query<{ latest: string | null }>(
    "SELECT max(created_at) AS latest FROM drizzle.__drizzle_migrations",
  );
  const latest = Number(rows[0]?.latest ?? 0);
  return known.filter((migration) => migration.when > latest).length;
}

/** Whether database, migrations and worker are well, and in a few words what is not. */
export async function checkHealth(): Promise<Health> {
  const health: Health = { status: "ok", database: "ok", migrations: "ok", worker: "ok" };
  try {
    const behind = await migrationsBehind();
    if (behind > 0) health.migrations = `${behind} not applied: start Portico again to apply them`;
  } catch {
    health.database = "does not answer";
    health.migrations = "not known";
  }
  if (env().RUN_WORKER === "1" && !workerHealth()) health.worker = "is not running";
  const parts = [health.database, health.migrations, health.worker];
  return { ...health, status: parts.every((part) => part === "ok") ? "ok" : "failing" };
}
