import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";

/** Runs a TypeScript file of ours in a process of its own, with this test's database. */
export function startChild(file: string, environment: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", file], {
    env: { ...process.env, LOG_LEVEL: "info", ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
}

/** Waits until the process has written `words` to its output. */
export async function outputOf(child: ChildProcess, words: string): Promise<void> {
  let written = "";
  for await (const part of child.stdout ?? []) {
    written += String(part);
    if (written.includes(words)) return;
  }
  throw new Error(`The process ended without saying “${words}”: ${written}`);
}

/** Ends the process as a power cut would. */
export async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}
