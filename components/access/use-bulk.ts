"use client";

import { useState } from "react";
import { actText, subjectLabel } from "@/lib/access/describe-operation";
import { FULL, type Operation, type Reach } from "@/lib/access/operations";
import { SERVICES, type Audience } from "@/lib/access/permissions";
import { useMeasure, type Measure } from "./use-measure";

/** Whom an act of the menu may be for; `id` tells them apart on screen. */
export type ReachChoice = {
  id: string;
  label: string;
  /** How it is called for Services, which companies have; without one, Services cannot be switched so. */
  companiesLabel?: string;
  reach: Reach;
  names: readonly string[];
};

/** What the menu asked for. */
export type BulkWish = Pick<Operation, "subject" | "effect">;

export type Effect = Operation["effect"];

/** The ways in which something can be decided; with one, the menu has already said which. */
function effectsOf({ subject, effect }: BulkWish): readonly Effect[] {
  if (subject === FULL) return [effect];
  return subject === SERVICES ? ["allow", "deny"] : ["allow", "deny", "inherit"];
}

function offeredFor({ subject }: BulkWish, choices: readonly ReachChoice[]): ReachChoice[] {
  if (subject !== SERVICES) return [...choices];
  return choices.flatMap(({ companiesLabel, ...choice }) =>
    companiesLabel ? { ...choice, companiesLabel, label: companiesLabel } : [],
  );
}

/** What is chosen for an act of the menu, what it would do, counted exactly, and whether that is enough to stage it. */
export function useBulk({
  wish: asked,
  audience,
  choices,
  measure,
}: {
  wish: BulkWish;
  audience: Audience;
  choices: readonly ReachChoice[];
  measure: Measure;
}) {
  const offered = offeredFor(asked, choices);
  const [effect, setEffect] = useState(asked.effect);
  const [chosenId, choose] = useState(offered[0]?.id);
  const [lastDay, setLastDay] = useState("");
  const [typed, setTyped] = useState("");
  const wish = { ...asked, effect };
  const chosen = offered.find(({ id }) => id === chosenId) ?? offered[0];
  const measured = useMeasure(measure, audience, wish, chosen?.reach);
  const label = subjectLabel(wish.subject, audience);
  /** How many lose access, where that has to be typed before it can be done. */
  const mustType = measured.outcome?.needsTyping ? measured.outcome.lose : null;
  const isTyped = mustType === null || typed.replace(/\D/g, "") === String(mustType);
  return {
    ...{ effect, setEffect, effects: effectsOf(asked), offered, chosen, choose, lastDay, setLastDay },
    ...{ wish, measured, label, act: actText(effect, label), mustType, typed, setTyped },
    isReady: measured.outcome !== undefined && isTyped,
    operationFor: (reach: Reach): Operation => ({
      ...wish,
      reach,
      lastDay: effect === "allow" && lastDay ? lastDay : null,
    }),
  };
}
