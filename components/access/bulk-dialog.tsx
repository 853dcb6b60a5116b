"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioGroup } from "@/components/ui/radio-group";
import { actText, subjectLabel } from "@/lib/access/describe-operation";
import { FULL, type Operation, type Reach } from "@/lib/access/operations";
import { SERVICES, type Audience } from "@/lib/access/permissions";
import { LastDayField } from "./last-day-field";
import { MeasuredOutcome } from "./measured-outcome";
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

type Effect = Operation["effect"];

/** The ways in which something can be decided in this dialog; with one, the menu has already said which. */
function effectsOf({ subject, effect }: BulkWish): readonly Effect[] {
  if (subject === FULL) return [effect];
  return subject === SERVICES ? ["allow", "deny"] : ["allow", "deny", "inherit"];
}

const effectLabels: Record<Effect, string> = {
  allow: "Enable",
  deny: "Disable",
  inherit: "Back to group roles",
};

/** Asks whom an act of the menu is for and says, counted exactly, what it will do, before it is staged. */
export function BulkDialog({
  wish: asked,
  audience,
  choices,
  measure,
  today,
  locale,
  onStage,
  onClose,
}: {
  wish: BulkWish;
  audience: Audience;
  choices: readonly ReachChoice[];
  measure: Measure;
  today: string;
  /** In which numbers are written. */
  locale: string;
  onStage: (operation: Operation, choice: ReachChoice) => void;
  onClose: () => void;
}) {
  const [effect, setEffect] = useState(asked.effect);
  const wish = { ...asked, effect };
  const effects = effectsOf(asked);
  const offered = choices.flatMap((choice) => {
    if (asked.subject !== SERVICES) return choice;
    return choice.companiesLabel ? { ...choice, label: choice.companiesLabel } : [];
  });
  const [chosenId, choose] = useState(offered[0]?.id);
  const [lastDay, setLastDay] = useState("");
  const [typed, setTyped] = useState("");
  const chosen = offered.find(({ id }) => id === chosenId) ?? offered[0];
  const measured = useMeasure(measure, audience, wish, chosen?.reach);
  const label = subjectLabel(wish.subject, audience);
  const act = actText(effect, label);
  const mustType = measured.outcome?.needsTyping ? String(measured.outcome.lose) : null;
  const isReady =
    measured.outcome !== undefined && (mustType === null || typed.replace(/\D/g, "") === mustType);

  if (!chosen) return null;
  const stage = () => {
    onStage(
      { ...wish, reach: chosen.reach, lastDay: effect === "allow" && lastDay ? lastDay : null },
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
          <Button variant={effect === "deny" ? "danger" : "primary"} disabled={!isReady} onClick={stage}>
            {act}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {effects.length > 1 ? (
          <RadioGroup
            name="effect"
            label={`What about ${label}?`}
            inline
            options={effects.map((value) => ({ value, label: effectLabels[value] }))}
            defaultValue={effect}
            onChange={(value) => setEffect(value as Effect)}
          />
        ) : null}
        <RadioGroup
          name="reach"
          label="For whom?"
          options={offered.map(({ id, label: text }) => ({ value: id, label: text }))}
          defaultValue={chosen.id}
          onChange={choose}
        />
        {effect === "allow" ? (
          <LastDayField
            id="last-day"
            optional
            help="Afterwards it lapses by itself, and what was decided before counts again."
            today={today}
            value={lastDay}
            onChange={setLastDay}
          />
        ) : null}
        <MeasuredOutcome {...{ measured, wish, label, audience, locale }} />
        {mustType ? (
          <Field
            id="typed"
            label={`To go on, enter how many lose access: ${Number(mustType).toLocaleString(locale)}`}
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
