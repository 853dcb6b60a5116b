import type { Basis, Operation } from "@/lib/access/operations";
import type { StagedOperation } from "@/lib/access/staged-entries";

/** What waits for Update, in order, with what was known of the ledger when the first of it was staged. */
export type Staging = { operations: readonly StagedOperation[]; basis: Basis | null };

export const nothingStaged: Staging = { operations: [], basis: null };

export type StagingAct =
  | { kind: "add"; staged: readonly StagedOperation[]; basis: Basis }
  | { kind: "remove"; ids: readonly string[] }
  | { kind: "restore"; staging: Staging }
  /** The screen has shown what others changed in the meantime. */
  | { kind: "rebase"; basis: Basis };

/** The staged list after an act. An operation takes the place of an earlier one on just the same cells. */
export function changeStaging(staging: Staging, act: StagingAct): Staging {
  switch (act.kind) {
    case "add": {
      const replaced = new Set(act.staged.map(({ operation }) => cellsOf(operation)));
      const kept = staging.operations.filter(({ operation }) => !replaced.has(cellsOf(operation)));
      return settled([...kept, ...act.staged], staging.basis ?? act.basis);
    }
    case "remove":
      return settled(
        staging.operations.filter(({ id }) => !act.ids.includes(id)),
        staging.basis,
      );
    case "restore":
      return act.staging;
    case "rebase":
      return settled(staging.operations, act.basis);
  }
}

function settled(operations: readonly StagedOperation[], basis: Basis | null): Staging {
  return operations.length === 0 ? nothingStaged : { operations, basis };
}

/** Names what an operation decides about, whichever way it decides. */
export function cellsOf({ subject, reach }: Operation): string {
  return JSON.stringify([subject, reach]);
}

/** The staged operation on exactly one cell, of a contact or of a company, if there is one. */
export function findOnCell(
  { operations }: Staging,
  subject: Operation["subject"],
  reach: Operation["reach"],
): StagedOperation | undefined {
  const cell = JSON.stringify([subject, reach]);
  return operations.find(({ operation }) => cellsOf(operation) === cell);
}
