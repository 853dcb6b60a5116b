import { DropMenu } from "@/components/ui/drop-menu";
import type { FormAction } from "./form-action";

export type SwitchableCompany = { id: string; name: string; kind: "customer" | "supplier" };

/** The company one acts for, and a form to act for another; each is marked C for customer or S for supplier. */
export function CompanySwitcher({
  companies,
  currentId,
  action,
}: {
  companies: SwitchableCompany[];
  currentId: string;
  /** Called with the field `company`, an id. */
  action: FormAction;
}) {
  const current = companies.find((company) => company.id === currentId);
  if (!current) return null;
  if (companies.length === 1) return <CompanyName company={current} />;
  return (
    <DropMenu
      variant="ghost"
      label={<CompanyName company={current} />}
      name={`Company: ${current.name}. Change company`}
    >
      <form action={action}>
        {companies.map((company) => (
          <button
            key={company.id}
            name="company"
            value={company.id}
            className="menu-item"
            aria-current={company.id === currentId ? "true" : undefined}
          >
            <CompanyName company={company} />
          </button>
        ))}
      </form>
    </DropMenu>
  );
}

function CompanyName({ company: { name, kind } }: { company: SwitchableCompany }) {
  return (
    <span className="flex min-w-0 items-center gap-2">
      <abbr className="kind-mark" title={kind === "customer" ? "Customer" : "Supplier"}>
        {kind === "customer" ? "C" : "S"}
      </abbr>
      <span className="truncate">{name}</span>
    </span>
  );
}
