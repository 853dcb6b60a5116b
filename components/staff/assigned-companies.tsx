import { Badge } from "@/components/ui/badge";
import type { Assignment } from "@/lib/staff/list-assignments";

/** The companies that a staff user is assigned to, and as what. */
export function AssignedCompanies({
  rows,
  total,
  locale,
}: {
  rows: Assignment[];
  total: number;
  locale: string;
}) {
  if (total === 0) return <p className="px-4 py-3 text-muted">No company is assigned to them.</p>;
  return (
    <>
      <ul className="divide-y divide-line">
        {rows.map(({ id, name, kind, level }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2 px-4 py-2">
            <a className="text-link wrap-anywhere" href={`/${kind}s/${id}`}>
              {name}
            </a>
            <Badge tone={level === "administrator" ? "info" : "neutral"}>
              {level === "administrator" ? "Administrator" : "Member"}
            </Badge>
          </li>
        ))}
      </ul>
      {total > rows.length ? (
        <p className="px-4 py-3 text-muted">
          The first {rows.length.toLocaleString(locale)} of {total.toLocaleString(locale)} companies.
        </p>
      ) : null}
    </>
  );
}
