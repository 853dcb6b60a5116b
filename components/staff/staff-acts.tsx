import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Action } from "@/lib/auth/action";
import type { StaffAct } from "@/lib/staff/staff-state";
import { staffActName } from "./words";

/** What can be done about a staff user's account, as buttons that need no script; the likeliest first. */
export function StaffActs({
  staffId,
  acts,
  wasInvited,
  actions,
}: {
  staffId: string;
  acts: readonly StaffAct[];
  wasInvited: boolean;
  actions: Record<StaffAct, Action<unknown>>;
}) {
  return (
    <div className="flex flex-wrap items-start gap-2">
      {acts.map((act) => (
        <ActionForm key={act} action={actions[act]} hidden={{ staffId }} className="grid gap-2">
          <SubmitButton variant="secondary">{staffActName(act, wasInvited)}</SubmitButton>
        </ActionForm>
      ))}
    </div>
  );
}
