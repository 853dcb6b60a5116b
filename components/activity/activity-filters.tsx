import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { SearchBox } from "@/components/ui/search-box";
import { Select } from "@/components/ui/select";
import { activityHref, activityParams, eventLevels, type ActivityQuery } from "@/lib/activity/list-input";
import { filterWords } from "./level-words";

/** Search, level and days of an activity log, in one line. */
export function ActivityFilters({ path, query }: { path: string; query: ActivityQuery }) {
  const { q, level, from, until } = query;
  const kept = activityParams({ ...query, q: "", page: undefined });
  const isNarrowed = level !== "debug" || from !== "" || until !== "";
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
      <SearchBox
        action={path}
        label="Search the activity"
        placeholder="Search by what happened or who"
        defaultValue={q}
        keep={kept}
        className="w-80 max-w-full"
      />
      <form action={path} className="flex flex-wrap items-center gap-2" key={JSON.stringify(kept)}>
        {q ? <input type="hidden" name="q" value={q} /> : null}
        <Select
          name="level"
          aria-label="Level"
          defaultValue={level}
          className="w-auto"
          options={eventLevels.toReversed().map((value) => ({ value, label: filterWords[value] }))}
        />
        <label htmlFor="from" className="text-muted">
          from
        </label>
        <Input type="date" id="from" name="from" defaultValue={from} className="w-40" />
        <label htmlFor="until" className="text-muted">
          until
        </label>
        <Input type="date" id="until" name="until" defaultValue={until} className="w-40" />
        <Button type="submit">Show</Button>
        {isNarrowed ? (
          <a className="text-link" href={activityHref(path, { q, level: "debug", from: "", until: "" })}>
            Any level and day
          </a>
        ) : null}
      </form>
    </div>
  );
}
