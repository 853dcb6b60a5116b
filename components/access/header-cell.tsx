export type SortLink = { href: string; direction?: "ascending" | "descending" };

/** The heading of a column of a grid of ticks that can be sorted by. */
export function HeaderCell({
  label,
  sort,
  stop,
  isWide,
}: {
  label: string;
  sort: SortLink;
  /** What makes the link a place of the grid. */
  stop: object;
  /** Left out of a narrow window. */
  isWide?: boolean;
}) {
  return (
    <th scope="col" aria-sort={sort.direction} className={isWide ? "wide" : undefined}>
      <a href={sort.href} {...stop}>
        {label}
      </a>
    </th>
  );
}
