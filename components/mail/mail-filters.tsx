import { FilterTabs } from "@/components/ui/filter-tabs";
import { SearchBox } from "@/components/ui/search-box";
import { mailListHref, mailStates, type MailListQuery, type MailState } from "@/lib/mail/list-input";
import type { StateCounts } from "@/lib/mail/list-mail";
import { stateNames } from "./mail-state";

/** Search, and the states as tabs; beside those that want attention stands how many there are. */
export function MailFilters({
  query,
  counts,
  mostCounted,
}: {
  query: MailListQuery;
  counts: StateCounts;
  mostCounted: number;
}) {
  const countOf = (state: MailState | null) =>
    state && state in counts ? counts[state as keyof StateCounts] : 0;
  return (
    <div className="grid gap-3">
      <SearchBox
        action="/mail"
        label="Search e-mails"
        placeholder="Search by address or name"
        defaultValue={query.q}
        keep={{ state: query.state ?? undefined }}
        className="max-w-80"
      />
      <FilterTabs
        label="State"
        tabs={[null, ...mailStates].map((state) => ({
          label: state ? stateNames[state] : "All",
          href: mailListHref({ q: query.q, state }),
          isCurrent: state === query.state,
          count: countText(countOf(state), mostCounted),
        }))}
      />
    </div>
  );
}

function countText(count: number, mostCounted: number): string | undefined {
  if (count === 0) return undefined;
  return count === mostCounted ? `${count}+` : `${count}`;
}
