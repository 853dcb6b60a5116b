import { ChoiceMenu } from "@/components/grid/choice-menu";
import { Chip } from "@/components/ui/chip";
import { SearchBox } from "@/components/ui/search-box";
import {
  contactColumns,
  contactListHref,
  contactListParams,
  contactStates,
  currentStates,
  type ContactListQuery,
} from "@/lib/contacts/list-input";
import { columnNames } from "./contacts-table";
import { stateNames } from "@/components/credentials/words";

const kindNames = { customer: "Customers", supplier: "Suppliers" } as const;

/** Search, filters and columns of the grid of contacts in one line, and below it the filters that are on. */
export function ContactsFilters({ query }: { query: ContactListQuery }) {
  const params = contactListParams({ ...query, page: undefined });
  const without = (...names: string[]) =>
    Object.fromEntries(Object.entries(params).filter(([name]) => !names.includes(name)));
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <SearchBox
          action="/contacts"
          label="Search contacts"
          placeholder="Search by name or e-mail"
          defaultValue={query.q}
          keep={without("q")}
          className="max-w-80 flex-1"
        />
        <ChoiceMenu
          label="Filter"
          action="/contacts"
          keep={without("kind", "state")}
          groups={[
            {
              name: "kind",
              legend: "Company",
              options: [
                { value: "", label: "Customers and suppliers" },
                ...Object.entries(kindNames).map(([value, label]) => ({ value, label })),
              ],
              chosen: [query.kind ?? ""],
            },
            {
              name: "state",
              legend: "Login",
              several: true,
              options: contactStates.map((value) => ({ value, label: stateNames[value] })),
              chosen: query.states,
            },
          ]}
        />
        <ChoiceMenu
          label="Columns"
          action="/contacts"
          keep={without("columns")}
          groups={[
            {
              name: "columns",
              legend: "Beside the name",
              several: true,
              options: contactColumns.map((value) => ({ value, label: columnNames[value] })),
              chosen: query.columns,
            },
          ]}
        />
      </div>
      <Chips query={query} />
    </div>
  );
}

function Chips({ query }: { query: ContactListQuery }) {
  const href = (changed: Partial<ContactListQuery>) =>
    contactListHref({ ...query, ...changed, page: undefined });
  const chips = [];
  if (query.kind) chips.push({ label: kindNames[query.kind], removeHref: href({ kind: null }) });
  if (query.states.join() !== currentStates.join()) {
    const all = query.states.length === contactStates.length;
    const label = all ? "Deactivated too" : query.states.map((state) => stateNames[state]).join(", ");
    chips.push({ label: `Login: ${label}`, removeHref: href({ states: currentStates }) });
  }
  if (chips.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-2">
      {chips.map((chip) => (
        <Chip key={chip.label} {...chip} removeLabel={`Remove the filter “${chip.label}”`} />
      ))}
    </div>
  );
}
