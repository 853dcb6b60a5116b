import type { Funnel } from "@/lib/activations/queries";

const steps: { key: keyof Funnel; label: string }[] = [
  { key: "invited", label: "Queued" },
  { key: "sent", label: "Sent" },
  { key: "opened", label: "Link opened" },
  { key: "activated", label: "Password set" },
  { key: "signedIn", label: "Signed in" },
];

/** How many people came how far, each step beside the share of all who were invited. */
export function FunnelSteps({ funnel, locale }: { funnel: Funnel; locale: string }) {
  const share = (count: number) => (funnel.invited > 0 ? count / funnel.invited : 0);
  const percent = new Intl.NumberFormat(locale, { style: "percent" });
  return (
    <ol className="grid gap-2" aria-label="How far they came">
      {steps.map(({ key, label }) => (
        <li key={key} className="grid grid-cols-[6.5rem_1fr_7rem] items-center gap-3">
          <span>{label}</span>
          <span className="h-2 overflow-hidden rounded-full bg-line" aria-hidden="true">
            <span className="block h-full bg-accent" style={{ width: `${share(funnel[key]) * 100}%` }} />
          </span>
          <span className="text-right text-muted tabular-nums">
            <span className="text-ink">{funnel[key].toLocaleString(locale)}</span> ·{" "}
            {percent.format(share(funnel[key]))}
          </span>
        </li>
      ))}
    </ol>
  );
}
