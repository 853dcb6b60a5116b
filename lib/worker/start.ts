import { closeTransport } from "@/lib/mail/transport";
import { log } from "@/lib/platform/log";
import { startRunners, type Runners } from "./runners";

/** The background worker of this process. */
export type Worker = { stop(): Promise<void>; isHealthy(): boolean };

declare global {
  // Next.js evaluates modules once per bundle; the worker is kept on the process so that the health page sees it.
  var porticoWorker: Worker | undefined;
}

const LONGEST_WAIT = 30_000;
// Abandoned jobs are looked for every ten seconds; three misses are no accident.
const STALE_AFTER = 35_000;

/** Starts to work on jobs, and starts anew after every failure until stopped. Rejects only when it cannot start for the first time. */
export async function startWorker(): Promise<Worker> {
  const supervisor = new Supervisor();
  await supervisor.begin();
  globalThis.porticoWorker = supervisor;
  return supervisor;
}

/** Whether this process's worker is well; null when it runs none. */
export function workerHealth(): boolean | null {
  return globalThis.porticoWorker?.isHealthy() ?? null;
}

class Supervisor implements Worker {
  private runners: Runners | undefined;
  private stopped = false;
  private restart: Promise<void> | undefined;

  async begin(): Promise<void> {
    const health: { runners?: Runners; early?: unknown } = {};
    health.runners = await startRunners((error) => {
      if (health.runners) this.broken(health.runners, error);
      else health.early ??= error;
    });
    this.runners = health.runners;
    if (health.early) this.broken(health.runners, health.early);
  }

  isHealthy(): boolean {
    return this.runners !== undefined && Date.now() - this.runners.sweptAt() < STALE_AFTER;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.restart;
    await this.runners?.stop();
    this.runners = undefined;
    closeTransport();
    if (globalThis.porticoWorker === this) globalThis.porticoWorker = undefined;
  }

  private broken(runners: Runners, error: unknown): void {
    if (this.stopped || this.runners !== runners) return;
    log.error({ err: error }, "The worker broke and starts again");
    this.runners = undefined;
    this.restart = this.beginAgain(runners);
  }

  private async beginAgain(broken: Runners): Promise<void> {
    await broken.stop();
    for (let wait = 1_000; !this.stopped; wait = Math.min(2 * wait, LONGEST_WAIT)) {
      await new Promise((resolve) => setTimeout(resolve, wait).unref());
      if (this.stopped) return;
      try {
        return await this.begin();
      } catch (error) {
        log.error({ err: error }, "The worker could not start again yet");
      }
    }
  }
}
