"use client";

import { FormTextarea, FormTextField, useRefused } from "@/components/forms/action-form";
import { SelectField } from "@/components/ui/text-field";
import { projectStatusWords } from "./project-words";

/** What a project holds at first in its form. */
export type ProjectValues = { name: string; description: string; status: string };

const statuses = Object.entries(projectStatusWords).map(([value, label]) => ({ value, label }));

/** The fields that beginning and editing a project have in common. */
export function ProjectFields({ values }: { values: ProjectValues }) {
  const status = useRefused("status");
  return (
    <>
      <FormTextField
        name="name"
        label="Name"
        defaultValue={values.name}
        maxLength={120}
        autoComplete="off"
        required
      />
      <FormTextarea
        name="description"
        label="Description"
        optional
        rows={4}
        maxLength={2000}
        defaultValue={values.description}
      />
      <SelectField
        name="status"
        label="Status"
        options={statuses}
        error={status.error}
        defaultValue={status.typed ?? values.status}
        key={`status ${status.typed}`}
      />
    </>
  );
}
