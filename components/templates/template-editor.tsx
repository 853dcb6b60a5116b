"use client";

import { useState } from "react";
import { EditProblems } from "@/components/forms/edit-problems";
import { Card } from "@/components/ui/card";
import { FormActions } from "@/components/ui/form-actions";
import { LeaveDialog } from "@/components/ui/leave-dialog";
import { SubmitButton } from "@/components/ui/submit-button";
import { useLeaveGuard } from "@/components/ui/use-leave-guard";
import type { Action } from "@/lib/auth/action";
import { mailParts, type MailPart } from "@/lib/mail/input";
import type { TemplatePreview } from "@/lib/templates/preview-template";
import { showLine } from "./caret";
import { FieldList, type OfferedField } from "./field-list";
import { PreviewCard } from "./preview-card";
import { ResetTemplate, type Versioned } from "./reset-template";
import { SendTest, type TestSent } from "./send-test";
import { SourceField } from "./source-field";
import { usePreview, type Preview, type PreviewAction } from "./use-preview";
import { useTemplateForm, type EditedTemplate } from "./use-template-form";
import { useWrittenPart } from "./use-written-part";
import { partNames, PATH } from "./words";

type TemplateActions = {
  save: Action<Versioned>;
  reset: Action<Versioned>;
  sendTest: Action<TestSent>;
  preview: PreviewAction;
};

type Props = {
  template: EditedTemplate;
  fields: OfferedField[];
  initial: TemplatePreview;
  mayChooseContact: boolean;
  mayReadMail: boolean;
  actions: TemplateActions;
};

/** Edits a template, with fields offered as one types, and shows what comes of it. */
export function TemplateEditor({ template, fields, initial, mayChooseContact, mayReadMail, actions }: Props) {
  const edit = useTemplateForm(template, actions.save);
  const written = useWrittenPart();
  const [contactId, setContactId] = useState("");
  const asked = { template: template.name, ...edit.sources, contactId };
  const preview = usePreview(asked, initial, actions.preview);
  const leave = useLeaveGuard(edit.isDirty && !edit.isSubmitting, `${PATH}/${template.name}`);
  const onPointerDownCapture = () => {
    edit.formProps.onPointerDownCapture();
    written.press();
  };
  return (
    <form
      {...edit.formProps}
      onPointerDownCapture={onPointerDownCapture}
      className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]"
    >
      <div className="grid min-w-0 gap-6">
        <EditProblems edit={edit} fieldNames={partNames} onTheirs={({ theirs }) => edit.goOnFrom(theirs)} />
        <input type="hidden" name="template" value={template.name} />
        <input type="hidden" name="version" value={edit.version} />
        <SourceFields edit={edit} written={written} fields={fields} preview={preview} />
        <FormActions>
          <SubmitButton pending={edit.isSubmitting}>Save template</SubmitButton>
          <SendTest
            mayReadMail={mayReadMail}
            action={actions.sendTest}
            values={() => edit.form.getValues()}
            onRefused={edit.onTestRefused}
          />
          {edit.isOwn ? (
            <ResetTemplate
              template={template.name}
              version={Number(edit.version)}
              action={actions.reset}
              onReset={edit.onReset}
            />
          ) : null}
        </FormActions>
      </div>
      <div className="grid min-w-0 gap-6">
        <PreviewCard
          preview={preview}
          mayChooseContact={mayChooseContact}
          onContact={setContactId}
          onShowLine={showLineOf}
        />
        <Card title="Fields" flush>
          <FieldList fields={fields} into={partNames[written.last]} onInsert={written.insert} />
        </Card>
      </div>
      <LeaveDialog guard={leave}>What you changed in this template has not been saved.</LeaveDialog>
    </form>
  );
}

const sourceWords: Record<MailPart, { help: string; rows?: number }> = {
  subject: { help: "One line, with fields." },
  html: {
    help: 'Paragraphs, links, lists and tables; the page around it comes with Portico. A button: <a class="button" href="…">.',
    rows: 18,
  },
  text: { help: "For readers without HTML. Say here everything that the HTML says.", rows: 12 },
};

/** The parts of a template, each with what is wrong in it, unless it is being written at the moment. */
function SourceFields({
  edit,
  written,
  fields,
  preview,
}: {
  edit: ReturnType<typeof useTemplateForm>;
  written: ReturnType<typeof useWrittenPart>;
  fields: OfferedField[];
  preview: Preview;
}) {
  return mailParts.map((part) => {
    const { error, ...registered } = edit.field(part);
    const found = written.focused === part ? undefined : problemIn(preview, part);
    return (
      <SourceField
        key={part}
        part={part}
        fields={fields}
        registered={registered}
        error={found ?? error}
        {...sourceWords[part]}
        onEnter={(control) => written.enter(part, control)}
        onLeave={() => written.leave(part)}
      />
    );
  });
}

function problemIn({ problems }: Preview, part: MailPart): string | undefined {
  const place = problems[part];
  return place && (part === "subject" ? place.reason : `Line ${place.line}: ${place.reason}`);
}

function showLineOf(part: MailPart, line: number, column: number): void {
  const control = document.getElementById(part);
  if (control instanceof HTMLTextAreaElement || control instanceof HTMLInputElement)
    showLine(control, line, column);
}
