import { sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";

/** What becomes of the rows of a file, in numbers. */
export type OutcomeCounts = {
  create: number;
  update: number;
  unchanged: number;
  error: number;
  contacts: number;
};

/** Counts the rows that are resolved, by outcome, and the contacts that they add. */
export async function countOutcomes(tx: Tx): Promise<OutcomeCounts> {
  const count = (outcome: string) => sql`count(*) FILTER (WHERE outcome = ${outcome})::int`;
  const { rows } = await tx.execute<OutcomeCounts>(sql`
    SELECT ${count("create")} AS create, ${count("update")} AS update, ${count("unchanged")} AS unchanged,
      ${count("error")} AS error, count(*) FILTER (WHERE adds_contact AND outcome <> 'error')::int AS contacts FROM resolved`);
  return rows[0] ?? { create: 0, update: 0, unchanged: 0, error: 0, contacts: 0 };
}

/** How many rows there are. */
export const totalOf = ({ create, update, unchanged, error }: OutcomeCounts): number =>
  create + update + unchanged + error;
