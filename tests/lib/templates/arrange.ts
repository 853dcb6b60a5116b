import type { StaffActor } from "@/db/actor";
import { asActor } from "@/db/as-actor";
import type { MailSources } from "@/lib/mail/compile-mail";
import { builtInSources } from "@/lib/mail/render";
import { saveTemplateInput } from "@/lib/templates/input";
import { resetTemplate, restoreVersion } from "@/lib/templates/restore-version";
import { saveTemplate } from "@/lib/templates/save-template";

export const ACTIVATION = "account-activation";

/** Words that pass the check. */
export const own: MailSources = {
  subject: "Come in, <%= recipient.name %>",
  html: '<p>Dear <%= recipient.name %>,</p>\n<a class="button" href="<%= link.url %>">Come in</a>',
  text: "Dear <%= recipient.name %>,\n\nCome in: <%= link.url %>",
};

/** Saves the activation template as that staff user, the fields as a form sends them. */
export const save = (actor: StaffActor, version: number, changes: Partial<MailSources> = {}) =>
  asActor(actor, (tx) =>
    saveTemplate(
      { tx, actor },
      saveTemplateInput.parse({ ...own, ...changes, template: ACTIVATION, version: String(version) }),
    ),
  );

export const restore = (actor: StaffActor, version: number, restored: number) =>
  asActor(actor, (tx) => restoreVersion({ tx, actor }, { template: ACTIVATION, version, restored }));

export const reset = (actor: StaffActor, version: number) =>
  asActor(actor, (tx) => resetTemplate({ tx, actor }, { template: ACTIVATION, version }));

export const builtIn = () => builtInSources(ACTIVATION);
