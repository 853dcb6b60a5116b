type Company = { id: string; name: string; parentId: string | null };

type Line = Company & { depth: number };

// Parents come before their sites; what stands under a company is drawn below it, one step in.
function inOrder(companies: Company[]): Line[] {
  const [root] = companies;
  if (!root) return [];
  const below = new Map<string, Company[]>();
  for (const company of companies.slice(1)) {
    const siblings = below.get(company.parentId ?? "");
    if (siblings) siblings.push(company);
    else below.set(company.parentId ?? "", [company]);
  }
  const walk = (company: Company, depth: number): Line[] => [
    { ...company, depth },
    ...(below.get(company.id) ?? []).flatMap((site) => walk(site, depth + 1)),
  ];
  return walk(root, 0);
}

/** The company one acts for and the sites below it, which is everything that this person reaches. */
export function ReachList({ companies, most = 50 }: { companies: Company[]; most?: number }) {
  const lines = inOrder(companies);
  return (
    <>
      <ul>
        {lines.slice(0, most).map(({ id, name, depth }) => (
          <li
            key={id}
            className="flex min-h-row items-center border-b border-line py-1 pe-4 last:border-0"
            style={{ paddingInlineStart: `${16 + Math.min(depth, 6) * 20}px` }}
          >
            <span className="min-w-0 wrap-anywhere">
              {name}
              <span className="text-small text-muted">{depth === 0 ? " · your company" : " · site"}</span>
            </span>
          </li>
        ))}
      </ul>
      {lines.length > most ? (
        <p className="px-4 pb-3 text-small text-muted">and {lines.length - most} more sites</p>
      ) : null}
    </>
  );
}
