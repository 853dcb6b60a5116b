import { pool } from "@/db/client";
import { refusePowerfulUser } from "@/db/migrate";
import { env } from "@/lib/platform/env";
import { setLogLevel } from "@/lib/platform/log";
import { startWorker } from "./start";

/** Starts what a server process runs beside its pages; throws when the database user could ignore row-level security. */
export async function startServerParts(): Promise<void> {
  setLogLevel(env().LOG_LEVEL);
  await refusePowerfulUser(pool());
  if (env().RUN_WORKER === "1") await startWorker();
}
