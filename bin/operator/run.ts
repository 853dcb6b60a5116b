// One command of an operator, understood by bin/portico.mjs already; says what it did, and ends with 1 when it was refused or failed.
import { closePool } from "@/db/client";
import { Refusal } from "@/lib/platform/errors";
import { verifyAudit } from "./audit";
import { importFile } from "./import-file";
import { addAdministrator, createOrganisation, resetStaff } from "./people";

/** What the command line said. */
export type Order = { command: string; from: string; values: Record<string, string | boolean | undefined> };

const work: Record<string, (order: Order) => Promise<boolean>> = {
  "organisation create": createOrganisation,
  "administrator create": addAdministrator,
  "administrator reset": resetStaff,
  "import companies": importFile,
  "import contacts": importFile,
  "audit verify": verifyAudit,
};

/** A refusal as lines to read: why, and what is wrong with each thing that was given. */
function inPlainWords(error: unknown): string {
  if (!(error instanceof Refusal)) return error instanceof Error ? error.message : String(error);
  const fields = Object.entries(error.fields ?? {}).map(([name, message]) => `  ${name}: ${message}`);
  return [error.message, ...fields].join("\n");
}

try {
  const order = JSON.parse(process.argv[2] ?? "") as Order;
  const isDone = await work[order.command]?.(order);
  process.exitCode = isDone ? 0 : 1;
} catch (error) {
  console.error(inPlainWords(error));
  process.exitCode = 1;
} finally {
  await closePool();
}
