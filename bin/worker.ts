import { closePool } from "@/db/client";
import { env } from "@/lib/platform/env";
import { log, setLogLevel } from "@/lib/platform/log";
import { startWorker } from "@/lib/worker/start";

setLogLevel(env().LOG_LEVEL);
const worker = await startWorker();
log.info("The worker is ready");

let stopping = false;
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, "The worker finishes what it has begun and stops");
    void worker.stop().then(closePool);
  });
