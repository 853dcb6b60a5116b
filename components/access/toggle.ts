import type { Operation } from "@/lib/access/operations";
import {
  resolveAccess,
  resolveServices,
  type AccessSubject,
  type LedgerEntry,
} from "@/lib/access/resolve-access";
import type { SERVICES } from "@/lib/access/permissions";
import { type Audience, type LedgerSubject, type PermissionId } from "@/lib/access/permissions";
import { stagedEntries, type Coverage, type StagedOperation } from "@/lib/access/staged-entries";

type Ground = {
  audience: Audience;
  entries: readonly LedgerEntry[];
  today: string;
  coverage: Coverage;
  staged: readonly StagedOperation[];
};

/** A cell that is pressed: of a contact, or the Services of a company. */
export type PressedCell =
  | { permission: PermissionId; contact: AccessSubject }
  | { permission: typeof SERVICES; company: { id: string; audience: Audience; accessSince: number } };

/** The operation that puts one cell so. */
export function operationOn(cell: PressedCell, effect: Operation["effect"]): Operation {
  const subject: LedgerSubject = cell.permission;
  if ("contact" in cell)
    return { subject, effect, reach: { kind: "contact", contactId: cell.contact.contactId }, lastDay: null };
  return { subject, effect, reach: { kind: "companies", companyIds: [cell.company.id] }, lastDay: null };
}

/** Whether the cell is on with these operations staged. */
export function isOn(cell: PressedCell, staged: readonly StagedOperation[], ground: Ground): boolean {
  const { audience, coverage, entries, today } = ground;
  // The moment is never looked at when deciding.
  const all = [...entries, ...stagedEntries(staged, { audience, coverage, now: new Date(0) })];
  if ("company" in cell) return resolveServices(cell.company, all, today).on;
  return resolveAccess(cell.contact, all, today).permissions.get(cell.permission)?.allowed ?? false;
}
