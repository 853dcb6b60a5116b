import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SearchBox } from "@/components/ui/search-box";
import { Select } from "@/components/ui/select";
import type { Option } from "@/components/ui/use-suggestions";
import { actGroups } from "@/lib/audit/act-groups";
import { doneWords } from "@/lib/audit/act-words";
import { auditHref, everything, isFiltered, type AuditQuery } from "@/lib/audit/list-input";
import { NameFilter } from "./name-filter";

type Names = Partial<Record<"by" | "company" | "contact", Option>>;

/** Search, the filters behind their button, and a chip for each that is set. */
export function AuditFilters({ query, names }: { query: AuditQuery; names: Names }) {
  const { q, page: _page, ...rest } = query;
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <SearchBox
          action="/audit"
          label="Search events"
          placeholder="Search by who, what or whom"
          defaultValue={q}
          keep={Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, value || undefined]))}
          className="w-80 max-w-full"
        />
        <details className="group min-w-0 basis-full" open={isFiltered({ ...query, q: "" })}>
          <summary className="btn btn-secondary w-fit">Filters</summary>
          <FilterForm query={query} names={names} />
        </details>
      </div>
      <Chips query={query} names={names} />
    </div>
  );
}

function FilterForm({ query, names }: { query: AuditQuery; names: Names }) {
  const { q, act, from, to } = query;
  return (
    <form
      action="/audit"
      className="mt-3 flex flex-wrap items-end gap-3"
      key={auditHref({ ...query, page: undefined })}
    >
      {q ? <input type="hidden" name="q" value={q} /> : null}
      <NameFilter name="by" label="Who" chosen={names.by} />
      <NameFilter name="company" label="Company" chosen={names.company} />
      <NameFilter name="contact" label="Contact" chosen={names.contact} />
      <Field id="act" label="What">
        {({ required: _, ...control }) => (
          <Select {...control} name="act" defaultValue={act} className="w-60">
            <option value="">Everything</option>
            {actGroups.map((group) => (
              <optgroup key={group.value} label={group.label}>
                <option value={group.value}>{group.label}: everything</option>
                {group.acts.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </optgroup>
            ))}
          </Select>
        )}
      </Field>
      <Field id="from" label="From">
        {({ required: _, ...control }) => (
          <Input {...control} type="datetime-local" name="from" defaultValue={from} className="w-52" />
        )}
      </Field>
      <Field id="to" label="To">
        {({ required: _, ...control }) => (
          <Input {...control} type="datetime-local" name="to" defaultValue={to} className="w-52" />
        )}
      </Field>
      <Button type="submit">Show</Button>
    </form>
  );
}

function Chips({ query, names }: { query: AuditQuery; names: Names }) {
  const { act, from, to } = query;
  const group = actGroups.find(({ value }) => value === act);
  const set: [keyof AuditQuery, string][] = [
    ["by", names.by ? `By ${names.by.label}` : ""],
    ["company", names.company ? `Company: ${names.company.label}` : ""],
    ["contact", names.contact ? `Contact: ${names.contact.label}` : ""],
    ["act", act ? (group?.label ?? doneWords(act)) : ""],
    ["from", from ? `From ${from.replace("T", " ")}` : ""],
    ["to", to ? `To ${to.replace("T", " ")}` : ""],
  ];
  const chips = set.filter(([, label]) => label);
  if (chips.length === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      {chips.map(([key, label]) => (
        <Chip
          key={key}
          label={label}
          removeHref={auditHref({ ...query, [key]: "", page: undefined })}
          removeLabel={`Remove the filter ${label}`}
        />
      ))}
      <a className="text-link" href={auditHref({ ...everything, q: query.q })}>
        Clear filters
      </a>
    </div>
  );
}
