/** Runs once when the server starts: refuses a database user that could ignore row-level security, then starts the worker. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startServerParts } = await import("./lib/worker/server-parts");
  await startServerParts();
}
