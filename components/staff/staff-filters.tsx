import { ChoiceMenu } from "@/components/grid/choice-menu";
import { Chip } from "@/components/ui/chip";
import { FilterTabs } from "@/components/ui/filter-tabs";
import { SearchBox } from "@/components/ui/search-box";
import { staffListHref, staffStates, type StaffListQuery, type StaffState } from "@/lib/staff/list-input";
import { staffRoleIds } from "@/lib/staff/roles";

const stateNames: Record<StaffState, string> = {
  invited: "Invited",
  active: "Active",
  deactivated: "Deactivated",
};

/** Search, a role to look for, and the states as tabs. */
export function StaffFilters({ query: { q, state, role } }: { query: StaffListQuery }) {
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <SearchBox
          action="/staff"
          label="Search staff"
          placeholder="Search by name or e-mail"
          defaultValue={q}
          keep={{ state: state ?? undefined, role: role ?? undefined }}
          className="max-w-80 flex-1"
        />
        <ChoiceMenu
          label="Role"
          action="/staff"
          keep={{ ...(q && { q: [q] }), ...(state && { state: [state] }) }}
          groups={[
            {
              name: "role",
              legend: "Who holds",
              options: [
                { value: "", label: "Any role or none" },
                ...staffRoleIds.map((value) => ({ value, label: value })),
              ],
              chosen: [role ?? ""],
            },
          ]}
        />
        {role ? (
          <Chip
            label={`Role: ${role}`}
            removeHref={staffListHref({ q, state, role: null })}
            removeLabel={`Take off the filter Role: ${role}`}
          />
        ) : null}
      </div>
      <FilterTabs
        label="State"
        tabs={[null, ...staffStates].map((each) => ({
          label: each ? stateNames[each] : "Everybody",
          href: staffListHref({ q, role, state: each }),
          isCurrent: each === state,
        }))}
      />
    </div>
  );
}
