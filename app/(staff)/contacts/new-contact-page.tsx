import { notFound } from "next/navigation";
import { AddContactPage } from "@/components/contacts/add-contact-page";
import { PageHeader } from "@/components/ui/page-header";
import type { Tx } from "@/db/as-actor";
import type { Audience } from "@/lib/access/permissions";
import { findCompanyToChoose } from "@/lib/contacts/suggest-companies";
import { addContactOptions } from "./add-contact-options";

const lists = {
  customer: { label: "Customers", href: "/customers" },
  supplier: { label: "Suppliers", href: "/suppliers" },
} as const;

/** Renders "Add contact" for the company in the address, which must be of that kind. */
export function newContactOf(kind: Audience) {
  return async function NewContact({ tx, params }: { tx: Tx; params: Record<string, string> }) {
    const company = await findCompanyToChoose(tx, params.companyId ?? "");
    if (company?.kind !== kind) notFound();
    const href = `${lists[kind].href}/${company.id}`;
    return (
      <div className="grid max-w-[720px] gap-6">
        <PageHeader
          title={`Add contact to ${company.name}`}
          breadcrumb={[lists[kind], { label: company.name, href }, { label: "Add contact" }]}
        />
        <AddContactPage {...await addContactOptions(tx)} company={company} cancelHref={href} />
      </div>
    );
  };
}
