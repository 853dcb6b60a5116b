"use client";

import { useEffect, useState } from "react";
import type { ActionResult } from "@/lib/auth/action-result";
import type { Operation } from "@/lib/access/operations";
import type { Audience } from "@/lib/access/permissions";
import type { Coverage, StagedOperation } from "@/lib/access/staged-entries";

type Covered = { contactIds: string[]; companyIds: string[] };

/** Which of these rows each operation covers, in the order of the operations. */
export type Cover = (asked: {
  audience: Audience;
  operations: Operation[];
  contactIds: string[];
  companyIds: string[];
}) => Promise<ActionResult<Covered[]>>;

const NONE: Coverage = {};

/** Asks which rows in view the staged operations reach where the page cannot tell by itself. */
export function useCoverage(
  cover: Cover,
  audience: Audience,
  staged: readonly StagedOperation[],
  contacts: readonly { id: string; companyId: string }[],
  companies: readonly { id: string }[],
): Coverage {
  const wide = staged.filter(({ operation: { reach } }) => reach.kind === "filter" || reach.kind === "tree");
  const companyIds = [...contacts.map(({ companyId }) => companyId), ...companies.map(({ id }) => id)];
  const asked = {
    audience,
    operations: wide.map(({ operation }) => operation),
    contactIds: contacts.map(({ id }) => id),
    companyIds: [...new Set(companyIds)],
  };
  const key = wide.length > 0 ? JSON.stringify([wide.map(({ id }) => id), asked]) : undefined;
  const [known, setKnown] = useState<{ key?: string; coverage: Coverage }>({ coverage: NONE });
  useEffect(() => {
    if (!key) return;
    let isCurrent = true;
    const [ids, question] = JSON.parse(key) as [string[], Parameters<Cover>[0]];
    void cover(question)
      .catch(() => null)
      .then((result) => {
        if (!isCurrent || !result?.ok) return;
        const pairs = ids.flatMap((id, at) => (result.data[at] ? [[id, result.data[at]] as const] : []));
        setKnown({ key, coverage: Object.fromEntries(pairs) });
      });
    return () => {
      isCurrent = false;
    };
  }, [key, cover]);
  return key ? known.coverage : NONE;
}
