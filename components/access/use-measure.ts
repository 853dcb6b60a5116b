"use client";

import { useEffect, useState } from "react";
import type { ActionResult } from "@/lib/auth/action-result";
import type { Operation, Reach } from "@/lib/access/operations";
import type { Audience } from "@/lib/access/permissions";
import type { MeasuredOperation } from "./outcome";

/** Counts what an operation would do, against the ledger as it is saved. */
export type Measure = (asked: {
  audience: Audience;
  operation: Operation;
}) => Promise<ActionResult<MeasuredOperation>>;

/** What is known of the counts so far. */
export type Measured = { outcome?: MeasuredOperation; problem?: string };

const UNREACHED = "Portico could not be reached, so the reach of this is not known. Try again.";

/** Has an operation counted whenever it changes; an answer that comes late counts for nothing. */
export function useMeasure(
  measure: Measure,
  audience: Audience,
  { subject, effect }: Pick<Operation, "subject" | "effect">,
  reach: Reach | undefined,
): Measured {
  const key = reach
    ? JSON.stringify({ audience, operation: { subject, effect, reach, lastDay: null } })
    : undefined;
  const [known, setKnown] = useState<Measured & { key?: string }>({});
  useEffect(() => {
    if (!key) return;
    let isCurrent = true;
    void measure(JSON.parse(key) as Parameters<Measure>[0])
      .then((result) => (result.ok ? { outcome: result.data } : { problem: result.error.message }))
      .catch(() => ({ problem: UNREACHED }))
      .then((answer) => isCurrent && setKnown({ ...answer, key }));
    return () => {
      isCurrent = false;
    };
  }, [key, measure]);
  return known.key === key ? known : {};
}
