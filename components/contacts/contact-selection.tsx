"use client";

import { useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { SelectionArea, useSelection } from "@/components/ui/selection-area";
import { SelectionBar } from "@/components/ui/selection-bar";
import { toast, toastError } from "@/components/ui/toast";
import type { Action } from "@/lib/auth/action";
import type { ActivationOutcome } from "@/lib/credentials/send-activations";

type Given = {
  /** The ids of the rows whom the activation e-mail fits as they stand. */
  invitable: string[];
  action: Action<{ outcomes: ActivationOutcome[] }>;
};

/** What can be done with the contacts chosen in the grid inside it. */
export function ContactSelection({ children, ...given }: Given & { children: ReactNode }) {
  // Kept out here: chosen rows, and with them the bar, may be gone from the page once they are invited.
  const [outcomes, setOutcomes] = useState<ActivationOutcome[] | null>(null);
  return (
    <SelectionArea>
      {children}
      <SelectionBar>
        <SendActivations {...given} onSkipped={setOutcomes} />
      </SelectionBar>
      {outcomes ? <Outcomes outcomes={outcomes} onClose={() => setOutcomes(null)} /> : null}
    </SelectionArea>
  );
}

const emails = (count: number) => `${count} activation e-mail${count === 1 ? "" : "s"}`;

function SendActivations({
  invitable,
  action,
  onSkipped,
}: Given & { onSkipped: (outcomes: ActivationOutcome[]) => void }) {
  const { ids, clear } = useSelection();
  const fitting = ids.filter((id) => invitable.includes(id)).length;
  const send = async () => {
    const result = await action({ contactIds: ids });
    if (!result.ok) return toastError(result.error.message);
    const { outcomes } = result.data;
    clear();
    if (outcomes.some(({ why }) => why)) return onSkipped(outcomes);
    toast(`${emails(outcomes.length)} ${outcomes.length === 1 ? "is" : "are"} on the way`);
  };
  if (fitting === 0)
    return (
      <Button variant="primary" onClick={() => void send()}>
        Send activation e-mail
      </Button>
    );
  return (
    <ConfirmDialog
      title={`Send ${emails(fitting)}?`}
      confirmLabel={`Send ${emails(fitting)}`}
      onConfirm={send}
      trigger={<Button variant="primary">Send activation e-mail</Button>}
    >
      {skipping(ids.length - fitting)} Links that they were sent earlier stop working.
    </ConfirmDialog>
  );
}

function skipping(count: number): string {
  if (count === 0) return "Each of them gets a link with which to choose a password.";
  const whom = count === 1 ? "One of those chosen" : `${count} of those chosen`;
  return `${whom} cannot be invited now and will be skipped; you are told why.`;
}

function Outcomes({ outcomes, onClose }: { outcomes: ActivationOutcome[]; onClose: () => void }) {
  const skipped = outcomes.filter(({ why }) => why);
  const queued = outcomes.length - skipped.length;
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={queued > 0 ? `${emails(queued)} on the way` : "Nobody was sent an activation e-mail"}
      description={skipped.length === 1 ? "One was skipped:" : `${skipped.length} were skipped:`}
      footer={
        <DialogClose asChild>
          <Button variant="primary">Close</Button>
        </DialogClose>
      }
    >
      <ul className="grid gap-2">
        {skipped.map(({ contactId, why }) => (
          <li key={contactId}>{why}</li>
        ))}
      </ul>
    </Dialog>
  );
}
