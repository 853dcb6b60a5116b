import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { FormActions } from "@/components/ui/form-actions";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Action } from "@/lib/auth/action";
import type { ImportRun } from "@/lib/imports/queries";
import { ColumnSelect, FormChoice, FormSwitchedTick, type FieldGroup } from "./column-select";

/** Says what each column of a file is and what its rows may do, and has it checked. */
export function ColumnsForm({
  run,
  fields,
  many,
  action,
}: {
  run: ImportRun;
  fields: FieldGroup[];
  /** How the kind of company is called: "customers". */
  many: string;
  action: Action<unknown>;
}) {
  return (
    <ActionForm action={action} hidden={{ id: run.id }} className="grid gap-6">
      <ColumnTable>
        {run.columns.map(({ heading, samples }, at) => (
          <tr key={at}>
            <th scope="row" className="max-md:max-w-36 max-md:py-2 max-md:whitespace-normal">
              {heading || <span className="text-faint">Column {at + 1}</span>}
              <span className="block truncate text-small font-normal text-muted md:hidden">{samples[0]}</span>
            </th>
            <td className="wide max-w-64 truncate text-muted" title={samples.join("\n")}>
              {samples.join(" · ")}
            </td>
            <td>
              <ColumnSelect
                name={`column-${at}`}
                label={`What is “${heading || `Column ${at + 1}`}”?`}
                fields={fields}
                chosen={run.mapping[at] ?? ""}
              />
            </td>
          </tr>
        ))}
      </ColumnTable>
      <FormChoice
        name="mode"
        label="What may the import do?"
        defaultValue={run.mode}
        options={[
          {
            value: "create-and-update",
            label: "Create & Update",
            help: `New ${many} are created. Those that exist, recognised by their ID, are changed where the file differs.`,
          },
          {
            value: "create",
            label: "Create Only",
            help: `New ${many} are created. A row whose ID exists already is an error.`,
          },
        ]}
      />
      <FormChoice
        name="emptyCells"
        label="What does an empty cell mean for what exists?"
        defaultValue={run.emptyCells}
        inline
        options={[
          { value: "keep", label: "Leave what is there" },
          { value: "clear", label: "Empty the field" },
        ]}
      />
      <FormSwitchedTick
        name="linkLogins"
        beside="mode"
        defaultChecked={run.linkLogins}
        label="Link existing logins"
        help="A contact’s e-mail address that exists at another company stands for the same person. Otherwise it is an error."
      />
      <FormActions>
        <SubmitButton>Check the file</SubmitButton>
        <LinkButton href="/imports">Cancel</LinkButton>
      </FormActions>
    </ActionForm>
  );
}

function ColumnTable({ children }: { children: ReactNode }) {
  return (
    <div className="table-box" role="region" aria-label="Columns" tabIndex={0}>
      <table className="data-table">
        <caption className="sr-only">What the columns of the file are</caption>
        <thead>
          <tr>
            <th scope="col">Column in the file</th>
            <th scope="col" className="wide">
              First values
            </th>
            <th scope="col">Import as</th>
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
