"use client";

import { useCallback, useMemo } from "react";
import type { Reader } from "@/lib/access/explain";
import type { Basis } from "@/lib/access/operations";
import type { Audience, PermissionId } from "@/lib/access/permissions";
import {
  resolveAccess,
  resolveServices,
  type AccessSubject,
  type ContactAccess,
  type LedgerEntry,
} from "@/lib/access/resolve-access";
import { stagedEntries, type Coverage, type StagedOperation } from "@/lib/access/staged-entries";
import { accessCell, servicesCell, type CellView } from "./view";

type Company = { id: string; audience: Audience; accessSince: number };

/** What is in view, and all that decides about it. */
export type InView = {
  audience: Audience;
  subjects: readonly AccessSubject[];
  companies: readonly { subject: Company; isClosed: boolean }[];
  /** Of contacts and of companies. */
  entries: readonly LedgerEntry[];
  today: string;
  basis: Basis;
  reader: Reader;
};

/** How each cell in view stands with what is staged, by the same function that decides on the server. */
export function useAccessViews(inView: InView, staged: readonly StagedOperation[], coverage: Coverage) {
  const { audience, subjects, companies, entries, today, basis, reader } = inView;
  const added = useMemo(
    () => stagedEntries(staged, { audience, coverage, now: basis.at }),
    [staged, audience, coverage, basis],
  );
  const saved = useMemo(
    () => new Map(subjects.map((subject) => [subject.contactId, resolveAccess(subject, entries, today)])),
    [subjects, entries, today],
  );
  const previewed = useMemo(() => {
    if (added.length === 0) return saved;
    const all = [...entries, ...added];
    return new Map(subjects.map((subject) => [subject.contactId, resolveAccess(subject, all, today)]));
  }, [subjects, entries, added, today, saved]);
  const services = useMemo(() => {
    const all = [...entries, ...added];
    return new Map(
      companies.map(({ subject, isClosed }) => [
        subject.id,
        servicesCell(resolveServices(subject, all, today), isClosed, reader),
      ]),
    );
  }, [companies, entries, added, today, reader]);

  const viewOf = useCallback(
    (contactId: string, permission: PermissionId): CellView | undefined => {
      const answer = previewed.get(contactId)?.permissions.get(permission);
      const before = saved.get(contactId)?.permissions.get(permission);
      return answer && before ? accessCell(answer, before, reader) : undefined;
    },
    [previewed, saved, reader],
  );
  return {
    viewOf,
    servicesOf: useCallback((companyId: string) => services.get(companyId), [services]),
    /** A contact's access as it is saved and as it is staged. */
    accessOf: useCallback(
      (contactId: string): { before: ContactAccess; after: ContactAccess } | undefined => {
        const before = saved.get(contactId);
        const after = previewed.get(contactId);
        return before && after ? { before, after } : undefined;
      },
      [saved, previewed],
    ),
  };
}
