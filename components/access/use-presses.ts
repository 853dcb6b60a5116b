"use client";

import { useCallback } from "react";
import { permissions, SERVICES } from "@/lib/access/permissions";
import type { ReachNames } from "@/lib/access/describe-operation";
import type { Coverage } from "@/lib/access/staged-entries";
import { findOnCell } from "./staging";
import { isOn, operationOn, type PressedCell } from "./toggle";
import type { InView } from "./use-access-views";
import type { Press } from "./use-grid-keys";
import type { StagingTools } from "./use-staging";

/** Turns presses on cells into staged operations; a press that only takes another back leaves nothing staged. */
export function usePresses({
  inView,
  coverage,
  tools,
  names,
}: {
  inView: InView;
  coverage: Coverage;
  tools: StagingTools;
  names: (cell: PressedCell) => ReachNames;
}) {
  const { staging, add, remove } = tools;
  const find = useCallback((key: string) => findCell(inView, key), [inView]);
  const set = useCallback(
    (cells: readonly PressedCell[], wanted: boolean) => {
      const ground = { ...inView, coverage, staged: staging.operations };
      const found = cells.map((cell) => {
        const operation = operationOn(cell, wanted ? "allow" : "deny");
        const own = findOnCell(staging, operation.subject, operation.reach);
        const others = staging.operations.filter((each) => each !== own);
        return { cell, operation, own, isSoWithout: isOn(cell, others, ground) === wanted };
      });
      const spared = found.flatMap(({ own, isSoWithout }) => (own && isSoWithout ? [own.id] : []));
      if (spared.length > 0) remove(spared);
      const wishes = found
        .filter(({ isSoWithout }) => !isSoWithout)
        .map(({ cell, operation }) => ({ operation, names: names(cell) }));
      if (wishes.length > 0) add(wishes);
    },
    [inView, coverage, staging, names, add, remove],
  );
  const press = useCallback(
    (pressed: Press) => {
      const keys = pressed.kind === "toggle" ? [pressed.cell] : pressed.cells;
      const cells = keys.flatMap((key) => find(key) ?? []);
      const leading = find(pressed.kind === "toggle" ? pressed.cell : pressed.from);
      if (!leading) return;
      const now = isOn(leading, staging.operations, { ...inView, coverage, staged: staging.operations });
      set(cells, pressed.kind === "toggle" ? !now : now);
    },
    [find, set, inView, coverage, staging],
  );
  const release = useCallback(
    (key: string) => {
      const cell = find(key);
      if (!cell || cell.permission === SERVICES) return;
      const operation = operationOn(cell, "inherit");
      const own = findOnCell(staging, operation.subject, operation.reach);
      if (own?.operation.effect === "inherit") remove([own.id]);
      else add([{ operation, names: names(cell) }]);
    },
    [find, staging, names, add, remove],
  );
  return { press, release };
}

function findCell({ audience, subjects, companies }: InView, key: string): PressedCell | undefined {
  const [rowId, name] = key.split(" ");
  if (name === SERVICES) {
    const company = companies.find(({ subject }) => subject.id === rowId)?.subject;
    return company && { permission: SERVICES, company };
  }
  const contact = subjects.find(({ contactId }) => contactId === rowId);
  const permission = permissions[audience].find(({ id }) => id === name)?.id;
  return contact && permission && { permission, contact };
}
