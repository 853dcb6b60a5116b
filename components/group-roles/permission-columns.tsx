"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { FieldError } from "@/components/ui/field";
import { audiences, findPermission, permissions, type Audience } from "@/lib/access/permissions";

const titles: Record<Audience, string> = {
  customer: "Contacts of customers",
  supplier: "Contacts of suppliers",
};

// A permission that both kinds have is one tick: it is sent by the first column, and the second follows it.
const isRepeated = (audience: Audience, id: string) =>
  audience !== audiences[0] && findPermission(audiences[0], id) !== undefined;

/** The permissions to choose from, those of customers beside those of suppliers, each with what it opens. */
export function PermissionColumns({
  name,
  value,
  error,
  onChange,
}: {
  name: string;
  value: readonly string[];
  error?: string;
  onChange: (value: string[]) => void;
}) {
  const change = (id: string, isOn: boolean) =>
    onChange(isOn ? [...value, id] : value.filter((each) => each !== id));
  return (
    <fieldset id={name} tabIndex={-1} aria-describedby={error ? `${name}-error` : undefined}>
      <legend className="mb-1.5 font-medium">Permissions</legend>
      <div className="grid gap-x-8 gap-y-6 sm:grid-cols-2">
        {audiences.map((audience) => (
          <div
            key={audience}
            role="group"
            aria-labelledby={`${name}-${audience}`}
            className="grid content-start gap-3"
          >
            <p id={`${name}-${audience}`} className="border-b border-line pb-1 text-muted">
              {titles[audience]}
            </p>
            {permissions[audience].map(({ id, label, opens }) => {
              const repeated = isRepeated(audience, id);
              return (
                <Checkbox
                  key={id}
                  className={repeated ? "needs-script" : undefined}
                  name={repeated ? undefined : name}
                  value={id}
                  label={label}
                  help={repeated ? `${opens} One tick with that of customers.` : opens}
                  checked={value.includes(id)}
                  onChange={(event) => change(id, event.target.checked)}
                />
              );
            })}
          </div>
        ))}
      </div>
      {error ? (
        <div className="mt-1.5">
          <FieldError id={`${name}-error`}>{error}</FieldError>
        </div>
      ) : null}
    </fieldset>
  );
}
