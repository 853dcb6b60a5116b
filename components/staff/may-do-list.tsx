import type { MayDo } from "@/lib/auth/explain-roles";
import { mayText, needNames } from "./words";

/** What somebody may do, each with the roles that let them, or that they may not. */
export function MayDoList({ explained }: { explained: readonly MayDo[] }) {
  const shown = explained.filter(({ need }) => need !== "ownAccount" && need !== "secureAccount");
  return (
    <dl className="divide-y divide-line">
      {shown.map(({ need, reach, by }) => (
        <div key={need} className="grid gap-x-4 px-4 py-2 sm:grid-cols-[minmax(0,16rem)_minmax(0,1fr)]">
          <dt className={reach ? "font-medium" : "text-muted"}>{needNames[need]}</dt>
          <dd className={reach ? undefined : "text-muted"}>{mayText(reach, by)}</dd>
        </div>
      ))}
    </dl>
  );
}
