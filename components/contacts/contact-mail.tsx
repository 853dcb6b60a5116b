import { Moment } from "@/components/time/moment";
import { Badge, type Tone } from "@/components/ui/badge";

export type ContactMailItem = {
  id: string;
  title: string;
  state: "queued" | "sending" | "sent" | "captured" | "failed" | "cancelled";
  serverWords: string;
  createdAt: Date;
};

const states: Record<ContactMailItem["state"], { label: string; tone: Tone }> = {
  queued: { label: "Queued", tone: "info" },
  sending: { label: "Sending", tone: "info" },
  sent: { label: "Sent", tone: "good" },
  captured: { label: "Captured", tone: "neutral" },
  failed: { label: "Failed", tone: "bad" },
  cancelled: { label: "Cancelled", tone: "neutral" },
};

/** The e-mails to a contact, newest first, each leading to its page. */
export function ContactMail({
  items,
  ...place
}: {
  items: ContactMailItem[];
  timeZone: string;
  locale: string;
}) {
  if (items.length === 0)
    return <p className="px-4 py-3 text-muted">No e-mail has been sent to this contact.</p>;
  return (
    <ul className="divide-y divide-line">
      {items.map(({ id, title, state, serverWords, createdAt }) => (
        <li key={id} className="grid gap-0.5 px-4 py-2">
          <p className="flex flex-wrap items-center justify-between gap-2">
            <a className="min-w-0 text-link wrap-anywhere" href={`/mail/${id}`}>
              {title}
            </a>
            <Badge tone={states[state].tone}>{states[state].label}</Badge>
          </p>
          {serverWords && state === "failed" ? (
            <p className="text-small text-muted wrap-anywhere">{serverWords}</p>
          ) : null}
          <p className="text-small text-muted">
            <Moment at={createdAt} {...place} />
          </p>
        </li>
      ))}
    </ul>
  );
}
