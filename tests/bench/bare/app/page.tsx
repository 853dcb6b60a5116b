import { CompaniesFilters } from "@/components/companies/companies-filters";
import { CompaniesTable } from "@/components/companies/companies-table";
import { CompanySelection } from "@/components/companies/company-selection";
import { StaffFrame } from "@/components/frame/staff-frame";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { readCompanyList } from "@/lib/companies/list-input";
import { rows } from "./rows";

export const dynamic = "force-dynamic";

async function nothing() {
  "use server";
  await Promise.resolve();
}

/** The same HTML as the first page of the customers grid, from constants: no session, no database, no policy. */
export default function Page() {
  return (
    <StaffFrame
      organisation={{ name: "Bench & Co", colour: "#2457a6" }}
      homeHref="/customers"
      sections={[
        {
          items: [
            { href: "/customers", label: "Customers", icon: "customers" },
            { href: "/suppliers", label: "Suppliers", icon: "suppliers" },
            { href: "/contacts", label: "Contacts", icon: "contacts" },
          ],
        },
        { items: [{ href: "/mail", label: "Mail", icon: "mail" }] },
      ]}
      sidebar="open"
      setSidebar={nothing}
      search={{ action: "/customers", label: "Search customers" }}
      user={{
        person: { name: "Bench Clerk", email: "bench@portico.example", note: "Bench & Co" },
        links: [
          { href: "/customers", label: "All Customers" },
          { href: "/account", label: "Account" },
        ],
        theme: "system",
        setTheme: nothing,
        signOut: nothing,
      }}
    >
      <div className="grid-page">
        <PageHeader
          title="Customers"
          count="10,000+"
          actions={
            <LinkButton variant="primary" href="/customers/new">
              New Customer
            </LinkButton>
          }
        />
        <CompaniesFilters kind="customer" query={readCompanyList({})} />
        <CompanySelection kind="customer" editable={rows.map((row) => row.id)}>
          <CompaniesTable
            kind="customer"
            rows={rows}
            query={readCompanyList({})}
            canEdit={() => true}
            timeZone="UTC"
            locale="en-GB"
          />
        </CompanySelection>
        <Pager
          olderHref="/customers?page=WzEsIkFtYmVyIEJhbmsiLCIwMTk5MDAwMC0wMDAxLTcwMDAtODAwMC0wMDAwMDAwMDAwMDEiXQ"
          newerLabel="Previous"
          olderLabel="Next"
        />
      </div>
    </StaffFrame>
  );
}
