"use client";

import { useRefused, FormTextField } from "@/components/forms/action-form";
import { SelectField, TextareaField } from "@/components/ui/text-field";
import { projectStatusWords } from "./project-words";

/** What a project holds at first in its form. */
export type ProjectValues = { name: string; description: string; status: string };

const statuses = Object.entries(projectStatusWords).map(([value, label]) => ({ value, label }));

/** The fields that beginning and editing a project have in common. */
export function ProjectFields({ values }: { values: ProjectValues }) {
  const description = useRefused("description");
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
      <TextareaField
        name="description"
        label="Description"
        optional
        rows={4}
        maxLength={2000}
        error={description.error}
        defaultValue={description.typed ?? values.description}
        key={`description ${description.typed}`}
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
