import { Card } from "@/components/ui/card";

/** The other companies that the login of a contact serves, each leading to the contact that it is there; nothing when there are none. */
export function OtherCompanies({
  others,
}: {
  others: { id: string; companyName: string; kind: "customer" | "supplier" }[];
}) {
  if (others.length === 0) return null;
  return (
    <Card title="Also signs in for">
      <ul className="grid gap-1">
        {others.map(({ id, companyName, kind }) => (
          <li key={id}>
            <a className="text-link" href={`/contacts/${id}`}>
              {companyName}
            </a>{" "}
            <span className="text-muted">({kind})</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
