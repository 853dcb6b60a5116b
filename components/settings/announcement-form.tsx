import { FormTextField } from "@/components/forms/action-form";
import { Card } from "@/components/ui/card";
import type { Action } from "@/lib/auth/action";
import { announcementLevels } from "@/lib/organisations/portal-input";
import { FormRadios, FormTextarea } from "./fields";
import { VersionedForm } from "./settings-form";

const fieldNames = { text: "The text", level: "What it is", from: "The beginning", until: "The end" };

/** Edits what stands on top of a portal, and from and until when. */
export function AnnouncementForm<T>({
  audience,
  values,
  version,
  home,
  timeZone,
  action,
}: {
  audience: "customer" | "supplier";
  values: { text: string; level: string; from: string; until: string };
  version: number;
  home: string;
  timeZone: string;
  action: Action<T>;
}) {
  const times = { type: "datetime-local", optional: true } as const;
  return (
    <Card title="Announcement">
      <VersionedForm
        key={version}
        action={action}
        version={version}
        home={home}
        hidden={{ audience }}
        fieldNames={fieldNames}
        submit="Save announcement"
      >
        <FormTextarea
          name="text"
          label="Text"
          optional
          rows={3}
          maxLength={500}
          help="Stands above every page until its reader puts it away or it ends. Leave it empty for none."
          defaultValue={values.text}
        />
        <FormRadios
          name="level"
          label="What it is"
          options={[...announcementLevels]}
          defaultValue={values.level}
        />
        <div className="grid gap-5 sm:grid-cols-2">
          <FormTextField {...times} name="from" label="From" help={timeZone} defaultValue={values.from} />
          <FormTextField {...times} name="until" label="Until" help={timeZone} defaultValue={values.until} />
        </div>
      </VersionedForm>
    </Card>
  );
}
