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
      <nav aria-label="State" className="tab-links">
        {[null, ...mailStates].map((state) => (
          <a
            key={state ?? "all"}
            href={mailListHref({ q: query.q, state })}
            aria-current={state === query.state ? "page" : undefined}
          >
            {state ? stateNames[state] : "All"}
            {countOf(state) > 0 ? (
              <span className="tab-count">
                {countOf(state)}
                {countOf(state) === mostCounted ? "+" : ""}
              </span>
            ) : null}
          </a>
        ))}
      </nav>
    </div>
  );
}
