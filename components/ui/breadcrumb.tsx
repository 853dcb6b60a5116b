export type Place = { href?: string; label: string };

/** Where this page stands: the places above it as links, then itself. In the back office it sits in the top bar. */
export function Breadcrumb({ places }: { places: Place[] }) {
  return (
    <nav aria-label="Breadcrumb" className="place">
      <ol>
        {places.map((place, index) => (
          <li key={index}>
            {place.href ? (
              <a href={place.href}>{place.label}</a>
            ) : (
              <span aria-current="page">{place.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
