import { sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { codeCounters } from "@/db/schema";
import type { CompanyKind } from "./input";

const prefixes: Record<CompanyKind, string> = { customer: "C", supplier: "S" };

/**
 * The next `count` free company codes ("C-000123"). Until the transaction ends nobody else gets a code of that kind, so that
 * none is given twice and none is lost: ask late.
 */
export async function nextCodes(
  tx: Tx,
  organisationId: string,
  kind: CompanyKind,
  count = 1,
): Promise<string[]> {
  const [counter] = await tx
    .insert(codeCounters)
    .values({ organisationId, kind, last: count })
    .onConflictDoUpdate({
      target: [codeCounters.organisationId, codeCounters.kind],
      set: { last: sql`${codeCounters.last} + ${count}` },
    })
    .returning({ last: codeCounters.last });
  const first = (counter?.last ?? count) - count + 1;
  return Array.from({ length: count }, (_, index) => formatCode(kind, first + index));
}

const formatCode = (kind: CompanyKind, number: number) =>
  `${prefixes[kind]}-${String(number).padStart(6, "0")}`;
