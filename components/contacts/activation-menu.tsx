import { ActionForm } from "@/components/forms/action-form";
import { DropMenu } from "@/components/ui/drop-menu";
import type { Action } from "@/lib/auth/action";

const overview = "/activations";

/** Activation e-mails for all that the grid shows, and where those sent so far have come. */
export function ActivationMenu({
  action,
  filter,
  isNarrowed,
}: {
  action: Action<unknown>;
  /** The query of the grid's address, from "?" on; null while the grid is empty. */
  filter: string | null;
  isNarrowed: boolean;
}) {
  return (
    <DropMenu label="Activation" align="end">
      {filter === null ? null : (
        <ActionForm action={action} hidden={{ filter }}>
          <button className="menu-item">
            {isNarrowed ? "Send to all that this filter shows…" : "Send to all contacts…"}
          </button>
        </ActionForm>
      )}
      <a className="menu-item" href={overview}>
        Who is stuck, and what was sent
      </a>
    </DropMenu>
  );
}
