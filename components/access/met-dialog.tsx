"use client";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Moment } from "@/components/time/moment";
import type { Reader } from "@/lib/access/explain";
import type { StagedOperation } from "@/lib/access/staged-entries";
import type { Met } from "./use-update";

const happened: Record<Met["meetings"][number]["what"], (name: string) => string> = {
  change: (summary) => summary,
  undo: (summary) => `Undone: ${summary}`,
  redo: (summary) => `Done again: ${summary}`,
  "group-role": (name) => `Group role ${name} was edited`,
  "company-closed": (name) => `${name} was closed`,
  "contact-deactivated": (name) => `${name} was deactivated`,
};

/** Shows what is staged beside what others did to the same in the meantime, and leaves the choice. */
export function MetDialog({
  met,
  staged,
  reader,
  isSaving,
  onOverrule,
  onKeep,
}: {
  met: Met;
  staged: readonly StagedOperation[];
  reader: Reader;
  isSaving: boolean;
  onOverrule: () => void;
  onKeep: () => void;
}) {
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onKeep()}
      dirty={false}
      width={560}
      title="Somebody changed the same in the meantime"
      description="Nothing of yours was saved yet, and all of it is still staged."
      footer={
        <>
          <Button onClick={onKeep}>Keep it staged and look</Button>
          <Button variant="primary" pending={isSaving} onClick={onOverrule}>
            Update anyway
          </Button>
        </>
      }
    >
      <ul className="grid gap-3">
        {met.meetings.map((meeting, at) => (
          <li key={at} className="grid gap-0.5 border-l-2 border-line pl-3">
            <span>
              <span className="text-muted">Staged here:</span> {staged[meeting.operation]?.label}
            </span>
            <span>
              <span className="text-muted">In the meantime:</span> {happened[meeting.what](meeting.summary)}
            </span>
            <span className="text-small text-muted">
              {meeting.by ? `${meeting.by}, ` : ""}
              <Moment at={meeting.at} {...reader} />
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-4 text-muted">
        If you update anyway, what you staged counts, because it comes last. Everything else stays.
      </p>
    </Dialog>
  );
}
