import { Moment } from "@/components/time/moment";

export type Happening = { id: string; at: Date; text: string };

/** What happened lately, newest first. */
export function ActivityList({
  happenings,
  ...place
}: {
  happenings: Happening[];
  timeZone: string;
  locale: string;
}) {
  if (happenings.length === 0) return <p className="px-4 py-3 text-muted">Nothing has happened yet.</p>;
  return (
    <ol className="divide-y divide-line">
      {happenings.map(({ id, at, text }) => (
        <li key={id} className="px-4 py-2">
          <p className="wrap-anywhere">{text}</p>
          <p className="text-small text-muted">
            <Moment at={at} {...place} />
          </p>
        </li>
      ))}
    </ol>
  );
}
