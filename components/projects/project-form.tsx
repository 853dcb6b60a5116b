import { ActionForm } from "@/components/forms/action-form";
import { Card } from "@/components/ui/card";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Action } from "@/lib/auth/action";
import { ProjectFields, type ProjectValues } from "./project-fields";

/** Begins or edits a project: a plain form that also does without script. */
export function ProjectForm({
  title,
  action,
  hidden,
  values,
  button,
  cancelHref,
}: {
  title: string;
  action: Action<unknown>;
  hidden: Record<string, string>;
  values: ProjectValues;
  button: string;
  cancelHref?: string;
}) {
  return (
    <Card title={title}>
      <ActionForm action={action} hidden={hidden}>
        <ProjectFields values={values} />
        <FormActions>
          <SubmitButton>{button}</SubmitButton>
          {cancelHref ? (
            <a className="btn btn-ghost" href={cancelHref}>
              Cancel
            </a>
          ) : null}
        </FormActions>
      </ActionForm>
    </Card>
  );
}
