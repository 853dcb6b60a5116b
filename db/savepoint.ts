import { sql } from "drizzle-orm";
import type { Tx } from "./as-actor";

/** Runs one statement that the database may refuse, such that after a refusal (which is thrown) the transaction can go on. */
export async function withSavepoint<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await tx.execute(sql`SAVEPOINT attempt`);
  try {
    const result = await work();
    await tx.execute(sql`RELEASE SAVEPOINT attempt`);
    return result;
  } catch (error) {
    await tx.execute(sql`ROLLBACK TO SAVEPOINT attempt`);
    throw error;
  }
}
