import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Action } from "@/lib/auth/action";

/** The acts by which changes are undone and redone. */
export type TurnActions = { undo: Action<unknown>; redo: Action<unknown> };

/** The button that undoes a change or, when it is undone, lets it count again. */
export function TurnChange({
  change: { id, summary, undoneAt },
  actions,
  small,
}: {
  change: { id: number; summary: string; undoneAt: Date | null };
  actions: TurnActions;
  small?: boolean;
}) {
  const word = undoneAt ? "Redo" : "Undo";
  return (
    <ActionForm
      key={word}
      action={undoneAt ? actions.redo : actions.undo}
      hidden={{ id: String(id) }}
      className="grid gap-1 whitespace-normal"
    >
      <SubmitButton variant={small ? "ghost" : "secondary"} small={small} className="w-fit">
        {word}
        <span className="sr-only"> {summary}</span>
      </SubmitButton>
    </ActionForm>
  );
}
