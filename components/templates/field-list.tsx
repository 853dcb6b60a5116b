"use client";

import { Button } from "@/components/ui/button";
import type { Field } from "@/lib/safe-ejs/fields";

/** A field with what it says in the sample. */
export type OfferedField = Field & { sample: string };

/** Every field of a template with what it is, each to be put where the cursor was last. */
export function FieldList({
  fields,
  into,
  onInsert,
}: {
  fields: readonly OfferedField[];
  into: string;
  onInsert?: (field: Field) => void;
}) {
  return (
    <>
      {onInsert ? (
        <p className="needs-script px-4 pt-3 text-small text-muted">
          They go where the cursor was last: into {into}. Or type <code>&lt;%=</code> and choose.
        </p>
      ) : null}
      <ul className="grid gap-3 p-4">
        {fields.map((field) => (
          <li key={field.path} className="flex items-start justify-between gap-3">
            <div className="min-w-0">
              <code className="text-small font-medium wrap-anywhere">{field.path}</code>
              <p className="text-small">{field.description}</p>
              {field.sample ? (
                <p className="text-small text-muted wrap-anywhere">Sample: {field.sample}</p>
              ) : null}
            </div>
            {onInsert ? (
              <Button
                small
                className="needs-script"
                aria-label={`Insert ${field.path}`}
                onClick={() => onInsert(field)}
              >
                Insert
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
