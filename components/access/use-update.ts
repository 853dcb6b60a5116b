"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { z } from "zod";
import { toast, toastError } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/auth/action-result";
import { basisInput, type Basis, type Operation } from "@/lib/access/operations";
import type { Audience } from "@/lib/access/permissions";
import type { StagingTools } from "./use-staging";

/** Saves what is staged as one change. */
export type SaveChange = (asked: {
  audience: Audience;
  operations: Operation[];
  basis: Basis;
}) => Promise<ActionResult<{ changeId: number; summary: string }>>;

/** Takes a whole saved change back. */
export type TakeBack = (asked: { id: number }) => Promise<ActionResult<unknown>>;

const metInput = z.object({
  kind: z.literal("access-met"),
  basis: basisInput,
  meetings: z.array(
    z.object({
      /** Which of the staged operations, counted from 0. */
      operation: z.number(),
      what: z.enum(["change", "undo", "redo", "group-role", "company-closed", "contact-deactivated"]),
      summary: z.string(),
      by: z.string(),
      at: z.coerce.date(),
    }),
  ),
});

/** What others did in the meantime to what is staged here. */
export type Met = z.output<typeof metInput>;

/** The staged operations that keep a list from being saved, counted from 0. */
const inTheWay = z.object({ operations: z.array(z.number()) });

const UNREACHED =
  "Portico could not be reached. Nothing was saved, and what you staged is still here: try again.";

/** Saves the staged list, offers to undo it, and keeps it when the save is refused. */
export function useUpdate({
  audience,
  tools,
  save,
  undo,
}: {
  audience: Audience;
  tools: StagingTools;
  save: SaveChange;
  undo: TakeBack;
}) {
  const router = useRouter();
  const [isSaving, setSaving] = useState(false);
  const [met, setMet] = useState<Met | null>(null);
  const { staging } = tools;

  const takeBack = async (id: number, summary: string) => {
    const result = await undo({ id }).catch(() => null);
    if (result?.ok) toast(`Undone: ${summary}`);
    else toastError("Not undone", result ? result.error.message : UNREACHED);
    router.refresh();
  };
  /** Whether it was saved. */
  const send = async (): Promise<boolean> => {
    // What others did counts as known once it has been shown.
    const basis = met?.basis ?? staging.basis;
    if (!basis) return false;
    setSaving(true);
    const operations = staging.operations.map(({ operation }) => operation);
    const result = await save({ audience, operations, basis }).catch(() => null);
    setSaving(false);
    setMet(null);
    if (result?.ok) {
      const { changeId, summary } = result.data;
      tools.clear();
      toast(`Updated: ${summary}`, { undo: () => takeBack(changeId, summary) });
      router.refresh();
      return true;
    }
    const meeting = metInput.safeParse(result?.error.details);
    if (meeting.success) {
      setMet(meeting.data);
      return false;
    }
    const blocking = inTheWay.safeParse(result?.error.details);
    const labels = blocking.success
      ? blocking.data.operations.map((at) => staging.operations[at]?.label)
      : [];
    const which = labels.length > 0 ? ` (${labels.filter(Boolean).join("; ")})` : "";
    toastError("Nothing was saved", result ? `${result.error.message}${which}` : UNREACHED);
    return false;
  };
  return {
    isSaving,
    met,
    save: send,
    /** Keeps the staged list beside what others did, which the screen then shows. */
    keepStaged: () => {
      if (met) tools.rebase(met.basis);
      setMet(null);
      router.refresh();
    },
    discard: () => {
      const kept = staging;
      tools.clear();
      toast("Discarded what was staged", { undo: () => tools.restore(kept) });
    },
  };
}
