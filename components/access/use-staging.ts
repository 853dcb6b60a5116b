"use client";

import { useCallback, useEffect, useReducer, useRef } from "react";
import { describeOperation, type ReachNames } from "@/lib/access/describe-operation";
import type { Basis, Operation } from "@/lib/access/operations";
import type { Audience } from "@/lib/access/permissions";
import { changeStaging, nothingStaged, type Staging } from "./staging";
import { keepStaging, readStaging } from "./staging-storage";

/** An operation to be staged, with the names that say it in words. */
export type Wish = { operation: Operation; names: ReachNames };

/** The staged list of one portal in this tab, and what can be done with it. */
export type StagingTools = {
  staging: Staging;
  add: (wishes: readonly Wish[]) => void;
  remove: (ids: readonly string[]) => void;
  clear: () => void;
  restore: (staging: Staging) => void;
  rebase: (basis: Basis) => void;
};

let keys = 0;
// Not crypto.randomUUID: a page that came by plain http has none.
const newKey = () => `${Date.now().toString(36)}-${(keys += 1)}`;

/** Holds the staged list under `key`, which a reload brings back; `basis` is what the page shows of the ledger now. */
export function useStaging(key: string, audience: Audience, basis: Basis): StagingTools {
  const [staging, act] = useReducer(changeStaging, nothingStaged);
  const loaded = useRef("");
  useEffect(() => {
    act({ kind: "restore", staging: readStaging(key) });
  }, [key]);
  useEffect(() => {
    // The first list is the empty one that the server drew; it must not wipe out what was kept.
    if (loaded.current === key) keepStaging(key, staging);
    loaded.current = key;
  }, [key, staging]);

  const add = useCallback(
    (wishes: readonly Wish[]) => {
      const staged = wishes.map(({ operation, names }) => ({
        id: newKey(),
        label: describeOperation(operation, audience, names),
        operation,
      }));
      act({ kind: "add", staged, basis });
    },
    [audience, basis],
  );
  return {
    staging,
    add,
    remove: useCallback((ids) => act({ kind: "remove", ids }), []),
    clear: useCallback(() => act({ kind: "restore", staging: nothingStaged }), []),
    restore: useCallback((kept) => act({ kind: "restore", staging: kept }), []),
    rebase: useCallback((next) => act({ kind: "rebase", basis: next }), []),
  };
}
