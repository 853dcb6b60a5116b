import { ActionForm } from "@/components/forms/action-form";
import { DropMenu } from "@/components/ui/drop-menu";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Action } from "@/lib/auth/action";
import type { ImportRun } from "@/lib/imports/queries";
import { counted } from "./words";

/** What can be done with an import as it stands. */
export function RunActs({
  run,
  locale,
  start,
  remove,
}: {
  run: ImportRun;
  locale: string;
  start: Action<unknown>;
  remove: Action<unknown>;
}) {
  const { error = 0, create = 0, update = 0 } = run.outcome ?? {};
  const isReady = run.state === "checked" && error === 0 && create + update > 0;
  if (!["checked", "failed", "cancelled"].includes(run.state)) return null;
  return (
    <>
      {isReady ? (
        <ActionForm action={start} hidden={{ id: run.id }}>
          <SubmitButton>Import {counted(create + update, "row", "rows", locale)}</SubmitButton>
        </ActionForm>
      ) : null}
      <LinkButton href={`/imports/${run.id}/columns`}>Change columns</LinkButton>
      <DropMenu label="More" align="end">
        <ActionForm action={remove} hidden={{ id: run.id }}>
          <button className="menu-item" type="submit">
            Remove the file
          </button>
        </ActionForm>
      </DropMenu>
    </>
  );
}
