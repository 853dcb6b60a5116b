import { z } from "zod";
import { basisInput, operationInput } from "@/lib/access/operations";
import { nothingStaged, type Staging } from "./staging";

const kept = z.object({
  operations: z.array(z.object({ id: z.string(), label: z.string(), operation: operationInput })),
  basis: basisInput.nullable(),
});

/** What this tab kept of a staged list; nothing when it kept none, or none that can be read. */
export function readStaging(key: string): Staging {
  try {
    const parsed = kept.safeParse(JSON.parse(sessionStorage.getItem(key) ?? "null"));
    return parsed.success ? parsed.data : nothingStaged;
  } catch {
    return nothingStaged;
  }
}

/** Keeps a staged list in this tab until it is saved or discarded, so that a reload brings it back. */
export function keepStaging(key: string, staging: Staging): void {
  try {
    if (staging.operations.length === 0) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(staging));
  } catch {
    // Storage may be full or forbidden; the list then lives as long as the page.
  }
}
