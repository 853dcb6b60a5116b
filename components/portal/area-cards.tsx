export type Area = { href: string; label: string; holds: string };

/** The areas of the portal that are open to this person, each with what it is for. */
export function AreaCards({ areas }: { areas: Area[] }) {
  return (
    <ul aria-label="Also open to you" className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {areas.map(({ href, label, holds }) => (
        <li key={href} className="card relative p-5 focus-within:border-edge hover:border-edge">
          <a href={href} className="font-medium after:absolute after:inset-0">
            {label}
          </a>
          <p className="mt-1 text-muted">{holds}</p>
        </li>
      ))}
    </ul>
  );
}
