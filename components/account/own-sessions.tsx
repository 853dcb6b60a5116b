import { ActionForm } from "@/components/forms/action-form";
import { Badge } from "@/components/ui/badge";
import { SubmitButton } from "@/components/ui/submit-button";
import { Moment } from "@/components/time/moment";
import type { Action } from "@/lib/auth/action";

type OwnSession = { id: string; address: string; userAgent: string; createdAt: Date; lastSeenAt: Date };

function browserOf(userAgent: string): string {
  const browser = /(Edg|Firefox|OPR|Chrome|Safari)/.exec(userAgent)?.[1];
  const system = /(Windows|Android|iPhone|iPad|Mac OS|Linux)/.exec(userAgent)?.[1];
  const names: Record<string, string> = { Edg: "Edge", OPR: "Opera" };
  return [browser && (names[browser] ?? browser), system].filter(Boolean).join(" on ") || "A browser";
}

/** One's own open sessions, each with a button that ends it. */
export function OwnSessions<T>({
  sessions,
  currentId,
  endSession,
  ...place
}: {
  sessions: OwnSession[];
  currentId: string;
  timeZone: string;
  locale: string;
  endSession: Action<T>;
}) {
  return (
    <ul className="divide-y divide-line">
      {sessions.map((session) => (
        <li
          key={session.id}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3"
        >
          <div className="min-w-0">
            <p className="font-medium">
              {browserOf(session.userAgent)}{" "}
              {session.id === currentId ? <Badge tone="good">This one</Badge> : null}
            </p>
            <p className="text-small text-muted">
              {session.address ? `${session.address} · ` : ""}signed in{" "}
              <Moment at={session.createdAt} {...place} />, last seen{" "}
              <Moment at={session.lastSeenAt} {...place} />
            </p>
          </div>
          {session.id === currentId ? null : (
            <ActionForm action={endSession} hidden={{ sessionId: session.id }}>
              <SubmitButton variant="secondary">End session</SubmitButton>
            </ActionForm>
          )}
        </li>
      ))}
    </ul>
  );
}
