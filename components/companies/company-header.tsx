import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { TabLinks, type TabLink } from "@/components/ui/tab-links";
import { DropMenu } from "@/components/ui/drop-menu";
import type { CompanyView } from "@/lib/companies/queries";
import { kindWords } from "./company-words";
import { StatusBadge } from "./status-badge";
import { StatusBanner } from "./status-banner";

/** The top of a company's page: name, code, status and key facts in one line, what one can do, and the tabs. */
export function CompanyHeader({
  company,
  tabs,
  mayEdit,
  primary,
  edit,
  ...place
}: {
  company: CompanyView;
  tabs: TabLink[];
  mayEdit: boolean;
  /** What one does most; offered on its own terms. */
  primary?: ReactNode;
  /** The buttons that edit it and its settings. */
  edit: ReactNode;
  timeZone: string;
  locale: string;
}) {
  const words = kindWords[company.kind];
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
        <>
          {primary}
          {mayEdit ? (
            <>
              {edit}
              <DropMenu label="More" align="end">
                <a className="menu-item" href={`${words.path}/new?parent=${company.id}`}>
                  New site
                </a>
              </DropMenu>
            </>
          ) : null}
        </>
      }
    >
      <StatusBanner company={company} {...place} />
      <TabLinks label={company.name} tabs={tabs} />
    </PageHeader>
  );
}
