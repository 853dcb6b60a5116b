"use client";

import { useRef, useState } from "react";
import { useWatch } from "react-hook-form";
import { StaleNotice } from "@/components/forms/stale-notice";
import { useActionForm } from "@/components/forms/use-action-form";
import { usePress } from "@/components/forms/use-press";
import { Card } from "@/components/ui/card";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormActions } from "@/components/ui/form-actions";
import { LeaveDialog } from "@/components/ui/leave-dialog";
import { SubmitButton } from "@/components/ui/submit-button";
import { toast } from "@/components/ui/toast";
import { useLeaveGuard } from "@/components/ui/use-leave-guard";
import type { Action } from "@/lib/auth/action";
import type { ActionError } from "@/lib/auth/action-result";
import type { MailPart } from "@/lib/mail/input";
import type { Field } from "@/lib/safe-ejs/fields";
import { saveTemplateInput, staleTemplate, type TemplateFormValues } from "@/lib/templates/input";
import type { TemplatePreview } from "@/lib/templates/preview-template";
import { showLine, typeInto } from "./caret";
import { FieldList, type OfferedField } from "./field-list";
import { snippetOf } from "./open-tag";
import { PreviewCard } from "./preview-card";
import { ResetTemplate, type Versioned } from "./reset-template";
import { SendTest, type TestSent } from "./send-test";
import { SourceField } from "./source-field";
import { usePreview, type PreviewAction } from "./use-preview";
import { partNames, PATH } from "./words";

type Values = TemplateFormValues & { template: string; version: string };
type TextControl = HTMLTextAreaElement | HTMLInputElement;

export type EditedTemplate = {
  name: string;
  displayName: string;
  version: number;
  isOwn: boolean;
  sources: TemplateFormValues;
  builtIn: TemplateFormValues;
};

export type TemplateActions = {
  save: Action<Versioned>;
  reset: Action<Versioned>;
  sendTest: Action<TestSent>;
  preview: PreviewAction;
};

const help: Record<MailPart, string> = {
  subject: "One line, with fields.",
  html: 'Paragraphs, links, lists and tables; the page around it comes with Portico. A button: <a class="button" href="…">.',
  text: "For readers without HTML. Say here everything that the HTML says.",
};

/** Edits a template, with fields offered as one types, and shows what comes of it. */
export function TemplateEditor({
  template,
  fields,
  initial,
  mayChooseContact,
  mayReadMail,
  actions,
}: {
  template: EditedTemplate;
  fields: OfferedField[];
  initial: TemplatePreview;
  mayChooseContact: boolean;
  mayReadMail: boolean;
  actions: TemplateActions;
}) {
  const controls = useRef<Partial<Record<MailPart, TextControl>>>({});
  const [last, setLast] = useState<MailPart>("html");
  const [focused, setFocused] = useState<MailPart | null>(null);
  const [contactId, setContactId] = useState("");
  const [isOwn, setIsOwn] = useState(template.isOwn);
  const edit = useActionForm<Values, Versioned>({
    schema: saveTemplateInput,
    defaults: { ...template.sources, template: template.name, version: String(template.version) },
    action: actions.save,
    onDone: ({ version }) => {
      form.reset({ ...form.getValues(), version: String(version) });
      edit.setRefusal(undefined);
      setIsOwn(true);
      toast(`${template.displayName} is saved`, { description: "The next e-mail is made from it." });
    },
    // The next save is one on top of theirs, whichever side it takes.
    onRefused: (error) => {
      const newer = staleIn(error);
      if (newer) form.setValue("version", String(newer.version));
    },
  });
  const { form, refusal } = edit;
  // What is wrong appears when a field is left; it must not move the button from under the press that leaves it.
  const { press, whenReleased } = usePress();
  const [subject = "", html = "", text = "", version] = useWatch({
    control: form.control,
    name: ["subject", "html", "text", "version"],
  });
  const asked = { template: template.name, subject, html, text, contactId };
  const preview = usePreview(asked, initial, actions.preview);
  const leave = useLeaveGuard(edit.isDirty && !edit.isSubmitting, `${PATH}/${template.name}`);
  const stale = staleIn(refusal);

  const take = (sources: TemplateFormValues, taken: string) => {
    form.reset({ ...form.getValues(), ...sources, version: taken });
    edit.setRefusal(undefined);
  };
  const refuseTest = (error: ActionError | undefined) => {
    edit.setRefusal(error);
    for (const [name, message] of Object.entries(error?.fields ?? {}))
      form.setError(name as MailPart, { type: "server", message });
  };
  const insert = (field: Field) => {
    const control = controls.current[last];
    if (control) typeInto(control, snippetOf(field), control.selectionStart ?? 0, control.selectionEnd ?? 0);
  };
  const source = (part: MailPart, rows?: number) => {
    const { error, ...registered } = edit.field(part);
    const place = focused === part ? undefined : preview.problems[part];
    const found = place && (part === "subject" ? place.reason : `Line ${place.line}: ${place.reason}`);
    return (
      <SourceField
        part={part}
        fields={fields}
        registered={registered}
        error={found ?? error}
        help={help[part]}
        rows={rows}
        onEnter={(control) => {
          controls.current[part] = control;
          setFocused(part);
          setLast(part);
        }}
        onLeave={() => whenReleased(() => setFocused((now) => (now === part ? null : now)))}
      />
    );
  };
  return (
    <form
      {...edit.formProps}
      onPointerDownCapture={() => {
        edit.formProps.onPointerDownCapture();
        press();
      }}
      className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]"
    >
      <div className="grid min-w-0 gap-6">
        {stale && refusal ? (
          <StaleNotice
            message={refusal.message}
            stale={stale}
            fieldNames={partNames}
            onTheirs={() => take(stale.theirs, String(stale.version))}
            onYours={() => void edit.send()}
          />
        ) : (
          <ErrorSummary problems={edit.problems} />
        )}
        <input type="hidden" name="template" value={template.name} />
        <input type="hidden" name="version" value={version} />
        {source("subject")}
        {source("html", 18)}
        {source("text", 12)}
        <FormActions>
          <SubmitButton pending={edit.isSubmitting}>Save template</SubmitButton>
          <SendTest
            mayReadMail={mayReadMail}
            action={actions.sendTest}
            values={() => form.getValues()}
            onRefused={refuseTest}
          />
          {isOwn ? (
            <ResetTemplate
              template={template.name}
              version={Number(version)}
              action={actions.reset}
              onReset={(reset) => {
                take(template.builtIn, String(reset));
                setIsOwn(false);
              }}
            />
          ) : null}
        </FormActions>
      </div>
      <div className="grid min-w-0 gap-6">
        <PreviewCard
          preview={preview}
          mayChooseContact={mayChooseContact}
          onContact={setContactId}
          onShowLine={(part, line, column) => {
            const control = document.getElementById(part);
            if (control instanceof HTMLTextAreaElement || control instanceof HTMLInputElement)
              showLine(control, line, column);
          }}
        />
        <Card title="Fields" flush>
          <FieldList fields={fields} into={partNames[last]} onInsert={insert} />
        </Card>
      </div>
      <LeaveDialog guard={leave}>What you changed in this template has not been saved.</LeaveDialog>
    </form>
  );
}

function staleIn(error: ActionError | undefined) {
  return (error?.code === "stale" && staleTemplate.safeParse(error.details).data) || null;
}
