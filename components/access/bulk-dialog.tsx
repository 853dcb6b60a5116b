"use client";

import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { RadioGroup } from "@/components/ui/radio-group";
import { TypedCount } from "@/components/ui/typed-count";
import type { Operation } from "@/lib/access/operations";
import type { Audience } from "@/lib/access/permissions";
import { LastDayField } from "./last-day-field";
import { MeasuredOutcome } from "./measured-outcome";
import { useBulk, type BulkWish, type Effect, type ReachChoice } from "./use-bulk";
import type { Measure } from "./use-measure";

const effectLabels: Record<Effect, string> = {
  allow: "Enable",
  deny: "Disable",
  inherit: "Back to group roles",
};

type Props = {
  wish: BulkWish;
  audience: Audience;
  choices: readonly ReachChoice[];
  measure: Measure;
  today: string;
  /** In which numbers are written. */
  locale: string;
  onStage: (operation: Operation, choice: ReachChoice) => void;
  onClose: () => void;
};

/** Asks whom an act of the menu is for and says, counted exactly, what it will do, before it is staged. */
export function BulkDialog({ audience, today, locale, onStage, onClose, ...asked }: Props) {
  const bulk = useBulk({ audience, ...asked });
  const { chosen, effect, act } = bulk;
  if (!chosen) return null;
  const stage = () => {
    onStage(bulk.operationFor(chosen.reach), chosen);
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
          <Button variant={effect === "deny" ? "danger" : "primary"} disabled={!bulk.isReady} onClick={stage}>
            {act}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <Choices bulk={bulk} chosen={chosen} today={today} />
        <MeasuredOutcome {...bulk} audience={audience} locale={locale} />
        {bulk.mustType === null ? null : (
          <TypedCount
            what="how many lose access"
            count={bulk.mustType}
            locale={locale}
            value={bulk.typed}
            onChange={(event) => bulk.setTyped(event.target.value)}
          />
        )}
      </div>
    </Dialog>
  );
}

/** What is decided, for whom, and until when. */
function Choices({
  bulk,
  chosen,
  today,
}: {
  bulk: ReturnType<typeof useBulk>;
  chosen: ReachChoice;
  today: string;
}) {
  return (
    <>
      {bulk.effects.length > 1 ? (
        <RadioGroup
          name="effect"
          label={`What about ${bulk.label}?`}
          inline
          options={bulk.effects.map((value) => ({ value, label: effectLabels[value] }))}
          defaultValue={bulk.effect}
          onChange={(value) => bulk.setEffect(value as Effect)}
        />
      ) : null}
      <RadioGroup
        name="reach"
        label="For whom?"
        options={bulk.offered.map(({ id, label }) => ({ value: id, label }))}
        defaultValue={chosen.id}
        onChange={bulk.choose}
      />
      {bulk.effect === "allow" ? (
        <LastDayField
          id="last-day"
          optional
          help="Afterwards it lapses by itself, and what was decided before counts again."
          today={today}
          value={bulk.lastDay}
          onChange={bulk.setLastDay}
        />
      ) : null}
    </>
  );
}
