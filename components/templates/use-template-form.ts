"use client";

import { useState } from "react";
import { useWatch } from "react-hook-form";
import { useEditForm } from "@/components/forms/use-edit-form";
import { toast } from "@/components/ui/toast";
import type { Action } from "@/lib/auth/action";
import type { ActionError } from "@/lib/auth/action-result";
import type { MailPart } from "@/lib/mail/input";
import {
  saveTemplateInput,
  staleTemplate,
  type StaleTemplate,
  type TemplateFormValues,
} from "@/lib/templates/input";
import type { Versioned } from "./reset-template";

type Values = TemplateFormValues & { template: string; version: string };

/** A template as its editor is given it. */
export type EditedTemplate = {
  name: string;
  displayName: string;
  version: number;
  isOwn: boolean;
  sources: TemplateFormValues;
  builtIn: TemplateFormValues;
};

/** The form of a template: what is typed, its saving, and whether the organisation has a version of its own by now. */
export function useTemplateForm(template: EditedTemplate, save: Action<Versioned>) {
  const [isOwn, setIsOwn] = useState(template.isOwn);
  const edit = useEditForm<Values, Versioned, StaleTemplate>({
    schema: saveTemplateInput,
    newer: staleTemplate,
    defaults: { ...template.sources, template: template.name, version: String(template.version) },
    action: save,
    onDone: ({ version }) => {
      edit.goOnFrom({ version: String(version) });
      setIsOwn(true);
      toast(`${template.displayName} is saved`, { description: "The next e-mail is made from it." });
    },
  });
  const [subject = "", html = "", text = "", version] = useWatch({
    control: edit.form.control,
    name: ["subject", "html", "text", "version"],
  });
  return {
    ...edit,
    sources: { subject, html, text },
    version,
    isOwn,
    /** The built-in template is in use again. */
    onReset: (reset: number) => {
      edit.goOnFrom({ ...template.builtIn, version: String(reset) });
      setIsOwn(false);
    },
    /** Shows why a test was not sent, as a refused save would be shown; undefined takes it away. */
    onTestRefused: (error: ActionError | undefined) => {
      edit.setRefusal(error);
      for (const [name, message] of Object.entries(error?.fields ?? {}))
        edit.form.setError(name as MailPart, { type: "server", message });
    },
  };
}
