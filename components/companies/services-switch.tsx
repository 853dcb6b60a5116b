import { ActionForm } from "@/components/forms/action-form";
import { Badge } from "@/components/ui/badge";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Action } from "@/lib/auth/action";

/** Whether the portal is on for a company, why, and the button that changes it. */
export function ServicesSwitch<T>({
  companyId,
  on,
  because,
  action,
}: {
  companyId: string;
  on: boolean;
  because: string;
  /** Left out for those who may not change it. */
  action?: Action<T>;
}) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <div>
        <p className="flex items-center gap-2">
          <span className="font-medium">Services</span>
          <Badge tone={on ? "good" : "warn"}>{on ? "On" : "Off"}</Badge>
        </p>
        <p className="text-small text-muted">
          {on ? because : `${because}. What contacts are allowed has no effect.`}
        </p>
        {action ? null : (
          <p className="text-small text-muted">Switched by those who administer portal access.</p>
        )}
      </div>
      {action ? (
        <ActionForm action={action} hidden={{ companyId, on: on ? "" : "on" }} className="grid gap-2">
          <SubmitButton variant="secondary">{on ? "Switch Services off" : "Switch Services on"}</SubmitButton>
        </ActionForm>
      ) : null}
    </div>
  );
}
