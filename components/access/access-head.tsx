import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/page-header";
import type { AccessScreenProps } from "./screen-props";
import { PortalSwitch } from "./portal-switch";
import { SitesSwitch } from "./sites-switch";

const READ_ONLY = "You may look, but not change anything here.";

/** The top of the screen with its acts: the title of a page of its own, or a line below that of the company. */
export function AccessHead({
  query,
  offered,
  company,
  mayAdminister,
  children,
}: Pick<AccessScreenProps, "query" | "offered" | "company" | "mayAdminister"> & { children: ReactNode }) {
  if (!company)
    return (
      <PageHeader
        title="Portal access"
        state={<PortalSwitch query={query} offered={offered} />}
        facts={mayAdminister ? undefined : READ_ONLY}
        actions={children}
      />
    );
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-muted">
        {company.siteCount > 0 ? <SitesSwitch query={query} siteCount={company.siteCount} /> : null}
        {mayAdminister ? null : <span>{READ_ONLY}</span>}
      </div>
      <div className="flex flex-wrap items-center gap-2">{children}</div>
    </div>
  );
}
