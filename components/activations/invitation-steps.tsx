import { Moment, type Place } from "@/components/time/moment";
import type { InvitationSteps as Steps } from "@/lib/activations/find-steps";

const names: { key: keyof Steps; label: string }[] = [
  { key: "queued", label: "Queued" },
  { key: "sent", label: "Sent" },
  { key: "opened", label: "Link opened" },
  { key: "activated", label: "Password set" },
  { key: "signedIn", label: "Signed in" },
];

/** How far a contact's latest invitation has come, each step with when. */
export function InvitationSteps({ steps, ...place }: { steps: Steps } & Place) {
  return (
    <ol className="grid gap-1" aria-label="How far the latest invitation has come">
      {names.map(({ key, label }) => {
        const at = steps[key];
        return (
          <li key={key} className="flex items-center gap-2">
            {at ? (
              <span className="icon-mask text-good [--icon:var(--icon-check)]" aria-hidden="true" />
            ) : (
              <span className="icon-mask text-line [--icon:var(--icon-dot)]" aria-hidden="true" />
            )}
            <span className={at ? undefined : "text-muted"}>{label}</span>
            <span className="ms-auto text-small text-muted">
              {at ? <Moment at={at} {...place} /> : "not yet"}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
