import type { Tx } from "@/db/as-actor";
import { Refusal } from "@/lib/platform/errors";
import { companyFormValues, type EditableColumn, type EditableCompany } from "./form-values";
import type { StaleSave } from "./input";
import { findCompanyName, findLastSave } from "./queries";

type Stored = EditableCompany & { id: string; version: number };

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
  const differences = fields
    .filter((field) => theirs[field] !== (base[field] ?? yours[field]) && theirs[field] !== yours[field])
    .map((field) => ({
      field,
      theirs: theirs[field],
      yours: yours[field],
      isTouched: yours[field] !== (base[field] ?? theirs[field]),
    }));
  for (const difference of differences) if (difference.field === "parentId") await sayNames(tx, difference);
  const last = await findLastSave(tx, stored.id);
  const details: StaleSave = { version: stored.version, theirs, differences };
  return new Refusal(
    "stale",
    `${last?.by ?? "Somebody"} saved this company after you opened it. Nothing of yours was saved yet, and what you typed is still here.`,
    undefined,
    details,
  );
}

// People know a parent company by its name.
async function sayNames(tx: Tx, difference: { theirs: string; yours: string }): Promise<void> {
  for (const side of ["theirs", "yours"] as const)
    if (difference[side])
      difference[side] = (await findCompanyName(tx, difference[side])) ?? "another company";
}
