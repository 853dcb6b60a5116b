"use client";

import { ErrorSummary, type FormProblem } from "@/components/ui/error-summary";
import type { ActionError } from "@/lib/auth/action-result";
import type { Stale } from "@/lib/platform/inputs";
import { StaleNotice } from "./stale-notice";

type EditForm<Newer extends Stale> = {
  stale: Newer | null;
  refusal: ActionError | undefined;
  setRefusal: (refusal: undefined) => void;
  problems: FormProblem[];
  send: () => Promise<void>;
};

/** The top of an edit form: what somebody else saved meanwhile, for one to choose from, or else what is wrong. */
export function EditProblems<Newer extends Stale>({
  edit,
  fieldNames,
  onTheirs,
}: {
  edit: EditForm<Newer>;
  fieldNames: Record<string, string>;
  /** Puts what they saved into the fields. */
  onTheirs: (newer: Newer) => void;
}) {
  const { stale, refusal } = edit;
  if (!stale || !refusal) return <ErrorSummary problems={edit.problems} />;
  return (
    <StaleNotice
      message={refusal.message}
      stale={stale}
      fieldNames={fieldNames}
      onTheirs={() => {
        onTheirs(stale);
        edit.setRefusal(undefined);
      }}
      onYours={() => void edit.send()}
    />
  );
}
