import { useAttention } from "@/components/ui/use-attention";
import type { AssignmentPlan } from "@/lib/companies/assign-many-input";
import type { CompanyKind } from "@/lib/companies/input";
import { colleagueWords, countWords, heldWords, levelOptions, type AssignLevel } from "./assign-words";

/** In numbers what changes for whom, what does not, and why. */
export function AssignPlan({
  plan,
  kind,
  level,
  locale,
  isSaved,
  isRefused,
}: {
  plan: AssignmentPlan;
  kind: CompanyKind;
  level: AssignLevel;
  locale: string;
  isSaved?: boolean;
  /** The refusal above it is what is to be read first. */
  isRefused?: boolean;
}) {
  // The button that was pressed is gone with the step before.
  const place = useAttention<HTMLDivElement>(isRefused ? "" : `${isSaved} ${plan.expected}`);
  const changing = plan.changing.toLocaleString(locale);
  const act = levelOptions.find(({ value }) => value === level)?.label ?? "";
  return (
    <div ref={place} tabIndex={-1} className="grid gap-3 rounded-control">
      <p className="font-medium">
        {act}: {changing} of {countWords(plan.chosen, kind, locale)} {isSaved ? "changed" : "would change"}
      </p>
      <ul className="grid gap-1" aria-label="By colleague">
        {plan.colleagues.map((colleague) => (
          <li key={colleague.email} className="wrap-anywhere">
            <span className="font-medium">{colleague.name}</span>{" "}
            <span className="text-muted">{colleague.email}</span>
            <span className="block tabular-nums">{colleagueWords(colleague, level, locale)}</span>
          </li>
        ))}
      </ul>
      <Held lines={heldWords(plan, kind, locale)} />
    </div>
  );
}

function Held({ lines }: { lines: ReturnType<typeof heldWords> }) {
  if (lines.length === 0) return null;
  return (
    <ul className="grid gap-1 text-muted" aria-label="What does not change">
      {lines.map(({ text, remedy }) => (
        <li key={text}>
          {text} {remedy}
        </li>
      ))}
    </ul>
  );
}
