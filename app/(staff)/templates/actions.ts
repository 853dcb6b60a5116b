"use server";

import { staffAction } from "@/lib/auth/action";
import { may } from "@/lib/auth/route";
import {
  previewTemplateInput,
  resetTemplateInput,
  restoreVersionInput,
  saveTemplateInput,
  sendTestInput,
} from "@/lib/templates/input";
import { previewTemplate } from "@/lib/templates/preview-template";
import { resetTemplate, restoreVersion } from "@/lib/templates/restore-version";
import { saveTemplate } from "@/lib/templates/save-template";
import { sendTest } from "@/lib/templates/send-test";

export const saveTemplateAction = staffAction({
  needs: "editTemplates",
  input: saveTemplateInput,
  run: saveTemplate,
  then: ({ template }) => `/templates/${template}?saved=1`,
});

export const restoreVersionAction = staffAction({
  needs: "editTemplates",
  input: restoreVersionInput,
  run: restoreVersion,
  then: ({ template }) => `/templates/${template}?restored=1`,
});

export const resetTemplateAction = staffAction({
  needs: "editTemplates",
  input: resetTemplateInput,
  run: resetTemplate,
});

export const sendTestAction = staffAction({
  needs: "editTemplates",
  input: sendTestInput,
  onlyReads: true,
  run: sendTest,
});

export const previewTemplateAction = staffAction({
  needs: "viewTemplates",
  input: previewTemplateInput,
  onlyReads: true,
  run: (context, input) =>
    previewTemplate({ ...context, seesContacts: may(context.session, "viewContacts") }, input),
});
