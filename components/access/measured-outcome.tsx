import { Banner } from "@/components/ui/banner";
import { Spinner } from "@/components/ui/spinner";
import { obstacleWords } from "@/lib/access/explain";
import { SERVICES, type Audience } from "@/lib/access/permissions";
import type { Operation } from "@/lib/access/operations";
import type { Measured } from "./use-measure";

const doing: Record<Operation["effect"], (label: string) => string> = {
  allow: (label) => `Activating ${label}`,
  deny: (label) => `Deactivating ${label}`,
  inherit: (label) => `${label} back to group roles`,
};

/** Says in numbers whom an operation reaches, who gains, who loses, for whom nothing changes, and where it has no effect and why. */
export function MeasuredOutcome({
  measured: { outcome, problem },
  wish,
  label,
  audience,
  locale,
}: {
  measured: Measured;
  wish: Pick<Operation, "subject" | "effect">;
  label: string;
  audience: Audience;
  locale: string;
}) {
  const counted = (count: number, one: string, many: string) =>
    `${count.toLocaleString(locale)} ${count === 1 ? one : many}`;
  if (problem)
    return (
      <Banner tone="bad" title="Not counted">
        {problem}
      </Banner>
    );
  if (!outcome)
    return (
      <p role="status" className="flex items-center gap-2 text-muted">
        <Spinner /> Counting…
      </p>
    );
  const { companies, contacts, gain, lose, unchanged, withoutEffect } = outcome;
  const many = audience === "customer" ? "customers" : "suppliers";
  if (wish.subject === SERVICES && companies === 0)
    return (
      <p role="status" className="text-muted">
        Services are {wish.effect === "allow" ? "on" : "off"} already for all of these {many}: nothing changes
        now.
      </p>
    );
  return (
    <div role="status" className="grid gap-2">
      <p className="font-medium">
        {doing[wish.effect](label)}: {counted(companies, audience, many)},{" "}
        {counted(contacts, "contact", "contacts")}
      </p>
      <ul className="grid gap-1 text-muted">
        <li>{counted(gain, "contact gains", "contacts gain")} access</li>
        <li className={lose > 0 ? "font-medium text-bad" : undefined}>
          {counted(lose, "contact loses", "contacts lose")} access
        </li>
        <li>
          {counted(unchanged, "contact stays", "contacts stay")} as {unchanged === 1 ? "it is" : "they are"}
        </li>
        {withoutEffect.map(({ reason, contacts: without }) => (
          <li key={reason}>
            Without effect for {counted(without, "contact", "contacts")}: {obstacleWords[reason]}
          </li>
        ))}
      </ul>
    </div>
  );
}
