import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { SearchBox } from "@/components/ui/search-box";
import { changesHref, type ChangesQuery } from "@/lib/access/changes-input";

/** Search by what a change is called or who made it, and the last day to show. */
export function ChangesFilters({ query: { q, until } }: { query: ChangesQuery }) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
      <SearchBox
        action="/access/changes"
        label="Search changes"
        placeholder="Search by what or who"
        defaultValue={q}
        keep={{ until: until || undefined }}
        className="w-80 max-w-full"
      />
      <form action="/access/changes" className="flex flex-wrap items-center gap-2">
        {q ? <input type="hidden" name="q" value={q} /> : null}
        <label htmlFor="until" className="text-muted">
          Made until
        </label>
        <Input type="date" id="until" name="until" defaultValue={until} key={until} className="w-40" />
        <Button type="submit">Show</Button>
        {until ? (
          <a className="text-link" href={changesHref({ q, until: "" })}>
            Any day
          </a>
        ) : null}
      </form>
    </div>
  );
}
