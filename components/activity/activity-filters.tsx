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
        <Day name="from" value={from} />
        <Day name="until" value={until} />
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

function Day({ name, value }: { name: "from" | "until"; value: string }) {
  return (
    <span className="flex items-center gap-2">
      <label htmlFor={name} className="w-10 text-muted">
        {name}
      </label>
      <Input type="date" id={name} name={name} defaultValue={value} className="w-40" />
    </span>
  );
}
