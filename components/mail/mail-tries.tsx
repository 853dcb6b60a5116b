import { Moment, momentText } from "@/components/time/moment";
import { Badge, type Tone } from "@/components/ui/badge";
import type { MailDetail } from "@/lib/mail/find-mail";

type MailTry = MailDetail["history"][number];
type Place = { timeZone: string; locale: string };

const outcomes: Record<MailTry["outcome"], { label: string; tone: Tone }> = {
  sent: { label: "Sent", tone: "good" },
  deferred: { label: "Not now", tone: "warn" },
  refused: { label: "Refused", tone: "bad" },
  interrupted: { label: "Broken off", tone: "warn" },
};

/** Every try to send an e-mail with what the mail server said, the latest first. */
export function MailTries({
  tries,
  nextTryAt,
  ...place
}: { tries: MailTry[]; nextTryAt: Date | null } & Place) {
  return (
    <>
      {nextTryAt ? <p className="px-4 py-3">{`Next try ${momentText(nextTryAt, place)}`}</p> : null}
      {tries.length === 0 && !nextTryAt ? (
        <p className="px-4 py-3 text-muted">It has not been tried.</p>
      ) : null}
      <ol className="divide-y divide-line border-line not-first:border-t">
        {tries.toReversed().map(({ at, outcome, words }) => (
          <li key={at} className="grid gap-1 px-4 py-3">
            <p className="flex flex-wrap items-center justify-between gap-2">
              <Badge tone={outcomes[outcome].tone}>{outcomes[outcome].label}</Badge>
              <span className="text-small text-muted">
                <Moment at={new Date(at)} {...place} />
              </span>
            </p>
            {words ? <p className="text-small wrap-anywhere">{words}</p> : null}
          </li>
        ))}
      </ol>
    </>
  );
}
