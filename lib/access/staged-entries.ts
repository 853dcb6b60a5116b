import { subjectsOf, type Operation } from "./operations";
import type { Audience, LedgerSubject } from "./permissions";
import type { LedgerEntry } from "./resolve-access";

/** The id of a change that is staged and not saved: later than every change of the ledger. */
export const STAGED_CHANGE = Number.MAX_SAFE_INTEGER;

/** An operation that waits to be saved, in a clerk's words. */
export type StagedOperation = { id: string; label: string; operation: Operation };

/** What of the rows in view an operation with a filter, or with a company and its sites, covers; by the operation's id. */
export type Coverage = Readonly<
  Record<string, { contactIds: readonly string[]; companyIds: readonly string[] }>
>;

type Target = Pick<LedgerEntry, "scope" | "companyId" | "contactId">;

/**
 * The lines that the staged operations would append to the ledger for what is in view, so that `resolveAccess` can say beforehand how
 * things will be. What reaches further than the eye can tell is taken from `coverage`, and covers nothing until that is known.
 */
export function stagedEntries(
  staged: readonly StagedOperation[],
  { audience, coverage, now }: { audience: Audience; coverage: Coverage; now: Date },
): LedgerEntry[] {
  const lines = staged.flatMap((each) =>
    subjectsOf(each.operation, audience).flatMap((permission) =>
      targetsOf(each, coverage).map((target) => ({ each, permission, target })),
    ),
  );
  return lines.map(({ each, permission, target }, position) => ({
    ...line(each, permission),
    ...target,
    ...{ position, audience, madeAt: now },
  }));
}

function line({ label, operation }: StagedOperation, permission: LedgerSubject) {
  return {
    ...{ changeId: STAGED_CHANGE, permission, effect: operation.effect, lastDay: operation.lastDay },
    ...{ summary: label, madeBy: "you", isUndone: false },
  };
}

function targetsOf({ id, operation: { reach } }: StagedOperation, coverage: Coverage): Target[] {
  const company = (companyId: string): Target => ({ scope: "company", companyId, contactId: null });
  const contact = (contactId: string): Target => ({ scope: "contact", companyId: null, contactId });
  switch (reach.kind) {
    case "everyone":
      return [{ scope: "everyone", companyId: null, contactId: null }];
    case "companies":
      return reach.companyIds.map(company);
    case "contact":
      return [contact(reach.contactId)];
    case "tree":
      return (coverage[id]?.companyIds ?? []).map(company);
    case "filter":
      return (coverage[id]?.contactIds ?? []).map(contact);
  }
}
