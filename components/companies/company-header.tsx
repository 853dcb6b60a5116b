import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { TabLinks } from "@/components/ui/tab-links";
import { DropMenu } from "@/components/ui/drop-menu";
import type { CompanyView } from "@/lib/companies/queries";
import { kindWords } from "./company-words";
import { StatusBadge } from "./status-badge";
import { StatusBanner } from "./status-banner";

/** The top of a company's page: name, code, status and key facts in one line, what one can do, and the tabs. */
export function CompanyHeader({
  company,
  siteCount,
  staffCount,
  mayEdit,
  primary,
  edit,
  ...place
}: {
  company: CompanyView;
  siteCount: number;
  staffCount: number;
  mayEdit: boolean;
  primary?: ReactNode;
  /** The button that edits it. */
  edit: ReactNode;
  timeZone: string;
  locale: string;
}) {
  const words = kindWords[company.kind];
  const href = `${words.path}/${company.id}`;
  return (
    <PageHeader
      title={company.name}
      breadcrumb={[{ href: words.path, label: words.many }, { label: company.name }]}
      state={<StatusBadge status={company.status} />}
      facts={
        <>
          <span>{company.code}</span>
          {company.city ? <span>{[company.city, company.country].filter(Boolean).join(", ")}</span> : null}
          {company.parent ? (
            <span>
              Site of{" "}
              <a className="text-link" href={`${words.path}/${company.parent.id}`}>
                {company.parent.name}
              </a>
            </span>
          ) : null}
        </>
      }
      actions={
        mayEdit ? (
          <>
            {primary}
            {edit}
            <DropMenu label="More" align="end">
              <a className="menu-item" href={`${words.path}/new?parent=${company.id}`}>
                New site
              </a>
            </DropMenu>
          </>
        ) : null
      }
    >
      <StatusBanner company={company} {...place} />
      <TabLinks
        label={company.name}
        tabs={[
          { href, label: "Overview" },
          { href: `${href}/sites`, label: "Sites", count: siteCount },
          { href: `${href}/users`, label: "Users", count: staffCount },
        ]}
      />
    </PageHeader>
  );
}
