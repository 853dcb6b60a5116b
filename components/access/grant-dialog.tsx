"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { FULL, type Operation } from "@/lib/access/operations";
import { permissions, type Audience, type PermissionId } from "@/lib/access/permissions";
import { LastDayField } from "./last-day-field";

/** Asks what one contact is granted and until which day, and has it staged. */
export function GrantDialog({
  contact,
  audience,
  today,
  onStage,
  onClose,
}: {
  contact: { id: string; name: string };
  audience: Audience;
  today: string;
  onStage: (operation: Operation) => void;
  onClose: () => void;
}) {
  const [subject, setSubject] = useState<PermissionId | typeof FULL>(FULL);
  const [lastDay, setLastDay] = useState("");
  const stage = () => {
    onStage({ subject, effect: "allow", reach: { kind: "contact", contactId: contact.id }, lastDay });
    onClose();
  };
  const options = [
    { value: FULL, label: "Full access" },
    ...permissions[audience].map(({ id, label }) => ({ value: id, label })),
  ];
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Grant ${contact.name} access until a day`}
      description="It is staged first: nothing changes before you press Update."
      footer={
        <>
          <DialogClose asChild>
            <Button>Cancel</Button>
          </DialogClose>
          <Button variant="primary" disabled={lastDay < today} onClick={stage}>
            Grant until that day
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <Field id="grant-subject" label="What?">
          {(control) => (
            <Select
              {...control}
              options={options}
              value={subject}
              onChange={(event) => setSubject(event.target.value as PermissionId | typeof FULL)}
            />
          )}
        </Field>
        <LastDayField
          id="grant-day"
          help="It lapses by itself afterwards, and what was decided before counts again. Whoever has a login is told a week before."
          today={today}
          value={lastDay}
          onChange={setLastDay}
        />
      </div>
    </Dialog>
  );
}
