import { Moment, momentText, type Place } from "@/components/time/moment";
import { Badge, type Tone } from "@/components/ui/badge";
import type { MailDetail } from "@/lib/mail/find-mail";

type MailTry = MailDetail["history"][number];
const outcomes: Record<MailTry["outcome"], { label: string; tone: Tone }> = {
  sent: { label: "Sent", tone: "good" },
  deferred: { label: "Not now", tone: "warn" },
  refused: { label: "Refused", tone: "bad" },
  interrupted: { label: "Broken off", tone: "warn" },
};

/** Every try to send an e-mail with what the mail server said, the latest first. */
export function MailTries({
  mail,
  ...place
}: { mail: Pick<MailDetail, "state" | "history" | "nextTryAt"> } & Place) {
  const outlook = outlookOf(mail, place);
  return (
    <>
      {outlook ? <p className="px-4 py-3 text-muted">{outlook}</p> : null}
      {mail.history.length > 0 ? (
        <ol className="divide-y divide-line border-line not-first:border-t">
          {mail.history.toReversed().map((tried) => (
            <Try key={tried.at + tried.outcome} tried={tried} {...place} />
          ))}
        </ol>
      ) : null}
    </>
  );
}

function outlookOf(
  { state, history, nextTryAt }: Pick<MailDetail, "state" | "history" | "nextTryAt">,
  place: Place,
) {
  if (state === "captured") return "Kept here instead of being sent, because no mail server was set up.";
  if (state === "cancelled") return "Its link had ended before it could be sent.";
  if (state === "sending") return "The mail server is being given it.";
  if (state !== "queued") return null;
  return history.length > 0 && nextTryAt
    ? `Next try ${momentText(nextTryAt, place)}`
    : "It is about to be sent.";
}

function Try({ tried: { at, outcome, words }, ...place }: { tried: MailTry } & Place) {
  return (
    <li className="grid gap-1 px-4 py-3">
      <p className="flex flex-wrap items-center justify-between gap-2">
        <Badge tone={outcomes[outcome].tone}>{outcomes[outcome].label}</Badge>
        <span className="text-small text-muted">
          <Moment at={new Date(at)} {...place} />
        </span>
      </p>
      {words ? <p className="text-small wrap-anywhere">{words}</p> : null}
    </li>
  );
}
