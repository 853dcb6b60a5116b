import type { Place } from "@/components/time/moment";
import { dateFormat } from "@/lib/platform/date-format";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { ActivityRow } from "@/lib/activity/list-activity";
import { levelTones, levelWords } from "./level-words";

/** One page of a company's activity log, the latest first. */
export function ActivityLog({ rows, ...place }: { rows: readonly ActivityRow[] } & Place) {
  return (
    <Card flush>
      <ol aria-label="Activity" className="divide-y divide-line">
        {rows.map((row) => (
          <LogLine key={row.id} row={row} {...place} />
        ))}
      </ol>
    </Card>
  );
}

function LogLine({
  row: { at, level, message, details, contact },
  timeZone,
  locale,
}: { row: ActivityRow } & Place) {
  const time = dateFormat(locale, { dateStyle: "medium", timeStyle: "medium", timeZone });
  return (
    <li className="grid gap-x-4 gap-y-1 px-4 py-2 sm:grid-cols-[11rem_7.5rem_minmax(0,1fr)]">
      <time className="text-muted tabular-nums" dateTime={at.toISOString()}>
        {time.format(at)}
      </time>
      <span>
        <Badge tone={levelTones[level]}>{levelWords[level]}</Badge>
      </span>
      <div className="min-w-0">
        <p className="wrap-anywhere">{message}</p>
        <p className="flex flex-wrap gap-x-4 text-small text-muted">
          {Object.entries(details ?? {}).map(([name, value]) => (
            <span key={name} className="wrap-anywhere">
              {name}: {value}
            </span>
          ))}
          {contact ? (
            <a className="text-link" href={`/contacts/${contact.id}`}>
              {contact.name}
            </a>
          ) : null}
        </p>
      </div>
    </li>
  );
}
