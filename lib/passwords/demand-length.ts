import { sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { organisations } from "@/db/schema";
import { Refusal } from "@/lib/platform/errors";

/** Throws a Refusal for the field `password` when it is shorter than the transaction's organisation asks for. */
export async function demandLength(tx: Tx, password: string): Promise<void> {
  const [own] = await tx
    .select({ least: organisations.passwordMin })
    .from(organisations)
    .where(sql`${organisations.id} = app_organisation()`);
  if (!own || [...password].length >= own.least) return;
  throw new Refusal("invalid", "Choose another password.", {
    password: `Use at least ${own.least} characters. A sentence of several words works well.`,
  });
}
