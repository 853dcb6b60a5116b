import type { Tx } from "@/db/as-actor";
import { Refusal } from "@/lib/platform/errors";
import { companyFormValues, type EditableColumn, type EditableCompany } from "./form-values";
import type { StaleSave } from "./input";
import { findLastSave } from "./queries";

type Stored = EditableCompany & { id: string; version: number; updatedAt: Date };

/**
 * The refusal of a save that came too late: who saved in between, and each field that they changed, as it is now and as it was
 * typed here. `base` is what the form held when it was opened; without it every difference counts as touched here.
 */
export async function staleRefusal(
  tx: Tx,
  stored: Stored,
  typed: EditableCompany,
  base: Record<string, string>,
): Promise<Refusal> {
  const theirs = companyFormValues(stored);
  const yours = companyFormValues(typed);
  const fields = Object.keys(theirs) as EditableColumn[];
  const changes = fields
    .filter((field) => theirs[field] !== (base[field] ?? yours[field]) && theirs[field] !== yours[field])
    .map((field) => ({
      field,
      theirs: theirs[field],
      yours: yours[field],
      isTouched: yours[field] !== (base[field] ?? theirs[field]),
    }));
  const last = await findLastSave(tx, stored.id);
  const details: StaleSave = {
    version: stored.version,
    by: last?.by ?? "",
    at: (last?.at ?? stored.updatedAt).toISOString(),
    theirs,
    changes,
  };
  const who = last ? last.by : "Somebody";
  return new Refusal(
    "stale",
    `${who} saved this company after you opened it. Nothing of yours was saved yet, and what you typed is still here.`,
    undefined,
    details,
  );
}
