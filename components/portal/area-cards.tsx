import { cn } from "@/components/ui/cn";

/** An area of the portal; without an address it is only shown, as in a preview. */
export type Area = { href?: string; label: string; holds: string };

/** The areas of the portal that are open to this person, each with what it is for. */
export function AreaCards({ areas }: { areas: Area[] }) {
  return (
    <ul aria-label="Also open to you" className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {areas.map(({ href, label, holds }) => (
        <li
          key={label}
          className={cn("card relative p-5", href && "focus-within:border-edge hover:border-edge")}
        >
          {href ? (
            <a href={href} className="font-medium after:absolute after:inset-0">
              {label}
            </a>
          ) : (
            <span className="font-medium">{label}</span>
          )}
          <p className="mt-1 text-muted">{holds}</p>
        </li>
      ))}
    </ul>
  );
}
