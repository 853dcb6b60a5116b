import { accessHref, type AccessQuery } from "@/lib/access/access-address";
import { audiences, type Audience } from "@/lib/access/permissions";
import { everyContact } from "./address";

const names = { customer: "Customer", supplier: "Supplier" } as const;

/** Chooses between the customers' portal and the suppliers'; one that the organisation does not run cannot be chosen. */
export function PortalSwitch({ query, offered }: { query: AccessQuery; offered: readonly Audience[] }) {
  return (
    <nav aria-label="Portal" className="access-choice uppercase">
      {audiences.map((audience) =>
        offered.includes(audience) ? (
          <a
            key={audience}
            href={hrefOf(query, audience)}
            aria-current={audience === query.audience ? "page" : undefined}
          >
            {names[audience]}
          </a>
        ) : (
          <span
            key={audience}
            role="link"
            aria-disabled="true"
            title={`The ${audience} portal is not offered: its module is off.`}
          >
            {names[audience]}
          </span>
        ),
      )}
    </nav>
  );
}

function hrefOf(query: AccessQuery, audience: Audience): string {
  if (audience === query.audience) return accessHref(query);
  return accessHref({
    audience,
    companies: { ...query.companies, q: "", page: undefined },
    contacts: everyContact,
  });
}
