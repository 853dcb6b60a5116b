"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioGroup } from "@/components/ui/radio-group";
import { subjectLabel } from "@/lib/access/describe-operation";
import { SERVICES, type Audience } from "@/lib/access/permissions";
import type { Operation, Reach } from "@/lib/access/operations";
import { MeasuredOutcome } from "./measured-outcome";
import { useMeasure, type Measure } from "./use-measure";

/** Whom an act of the menu may be for; `id` tells them apart on screen. */
export type ReachChoice = { id: string; label: string; reach: Reach; names: readonly string[] };

/** What the menu asked for. */
export type BulkWish = Pick<Operation, "subject" | "effect">;

const verbs = { allow: "Enable", deny: "Disable", inherit: "Leave to group roles:" } as const;

/** Asks whom an act of the menu is for and says, counted exactly, what it will do, before it is staged. */
export function BulkDialog({
  wish,
  audience,
  choices,
  measure,
  today,
  onStage,
  onClose,
}: {
  wish: BulkWish;
  audience: Audience;
  choices: readonly ReachChoice[];
  measure: Measure;
  today: string;
  onStage: (operation: Operation, choice: ReachChoice) => void;
  onClose: () => void;
}) {
  const offered = choices.filter(({ reach }) => wish.subject !== SERVICES || reach.kind !== "filter");
  const [chosenId, choose] = useState(offered[0]?.id);
  const [lastDay, setLastDay] = useState("");
  const [typed, setTyped] = useState("");
  const chosen = offered.find(({ id }) => id === chosenId) ?? offered[0];
  const measured = useMeasure(measure, audience, wish, chosen?.reach);
  const label = subjectLabel(wish.subject, audience);
  const act = `${verbs[wish.effect]} ${label}`;
  const mustType = measured.outcome?.needsTyping ? String(measured.outcome.lose) : null;
  const isReady =
    measured.outcome !== undefined && (mustType === null || typed.replace(/\D/g, "") === mustType);

  if (!chosen) return null;
  const stage = () => {
    onStage(
      { ...wish, reach: chosen.reach, lastDay: wish.effect === "allow" && lastDay ? lastDay : null },
      chosen,
    );
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      dirty={false}
      title={act}
      description="It is staged first: nobody's access changes before you press Update."
      footer={
        <>
          <DialogClose asChild>
            <Button>Cancel</Button>
          </DialogClose>
          <Button variant={wish.effect === "deny" ? "danger" : "primary"} disabled={!isReady} onClick={stage}>
            {act}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <RadioGroup
          name="reach"
          label="For whom?"
          options={offered.map(({ id, label: text }) => ({ value: id, label: text }))}
          defaultValue={chosen.id}
          onChange={choose}
        />
        {wish.effect === "allow" ? (
          <Field
            id="last-day"
            label="Last day"
            optional
            help="Afterwards it lapses by itself, and what was decided before counts again."
          >
            {(control) => (
              <Input
                {...control}
                type="date"
                min={today}
                value={lastDay}
                onChange={(event) => setLastDay(event.target.value)}
              />
            )}
          </Field>
        ) : null}
        <MeasuredOutcome measured={measured} wish={wish} label={label} audience={audience} />
        {mustType ? (
          <Field
            id="typed"
            label={`To go on, enter how many lose access: ${Number(mustType).toLocaleString("en-GB")}`}
          >
            {(control) => (
              <Input
                {...control}
                inputMode="numeric"
                autoComplete="off"
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
              />
            )}
          </Field>
        ) : null}
      </div>
    </Dialog>
  );
}
