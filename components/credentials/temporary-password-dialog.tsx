"use client";

import { useState } from "react";
import type { Place } from "@/components/time/moment";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import type { Action } from "@/lib/auth/action";
import type { Person, ShownPassword } from "./person";
import { ShownOnce } from "./shown-once";
import { TemporaryPasswordForm } from "./temporary-password-form";
import { hasLogin } from "./words";

const RESET = "Reset password";

/** Makes a temporary password and shows it once; closing loses it for good, so closing then asks. */
export function TemporaryPasswordDialog({
  person,
  action,
  place,
  temporaryHours,
  onClose,
}: {
  person: Person;
  action: Action<ShownPassword>;
  place: Place;
  temporaryHours: number;
  onClose: () => void;
}) {
  const [shown, setShown] = useState<ShownPassword | null>(null);
  const [asking, setAsking] = useState(false);
  const { name, state } = person;
  const verb = hasLogin(state) ? RESET : "Create login";
  return (
    <>
      <Dialog
        open
        onOpenChange={() => (shown ? setAsking(true) : onClose())}
        dirty={false}
        title={shown ? `Temporary password of ${name}` : `${verb} ${verb === RESET ? "of" : "for"} ${name}`}
      >
        {shown ? (
          <ShownOnce shown={shown} place={place} onDone={onClose} />
        ) : (
          <TemporaryPasswordForm
            person={person}
            temporaryHours={temporaryHours}
            verb={verb}
            action={action}
            onMade={setShown}
            onCancel={onClose}
          />
        )}
      </Dialog>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Close and lose the password?"
        confirmLabel="Close"
        cancelLabel="Keep it open"
        onConfirm={onClose}
      >
        It cannot be shown again. If it is lost, make a new one.
      </ConfirmDialog>
    </>
  );
}
