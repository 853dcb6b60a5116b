import type { ReactNode } from "react";
import { OrganisationName, type Organisation } from "@/components/frame/organisation-name";

/** The portal's frame as a picture of it: the tabs are named, and nothing in it leads anywhere. */
export function PreviewFrame({
  organisation,
  company,
  tabs,
  children,
}: {
  organisation: Organisation;
  company: { name: string; kind: "customer" | "supplier" };
  tabs: readonly string[];
  children: ReactNode;
}) {
  return (
    <section aria-label="Preview of the portal" className="card overflow-hidden">
      <p className="border-b border-line bg-info-soft px-4 py-1.5 text-center text-small">
        Preview: nothing in this frame can be opened or sent.
      </p>
      <div className="portal-head">
        <div className="portal-bar">
          <span className="portal-name">
            <OrganisationName organisation={organisation} />
          </span>
          <span className="portal-company flex min-w-0 items-center gap-2">
            <abbr className="kind-mark" title={company.kind === "customer" ? "Customer" : "Supplier"}>
              {company.kind === "customer" ? "C" : "S"}
            </abbr>
            <span className="truncate">{company.name}</span>
          </span>
        </div>
        <div className="portal-tabs">
          <div className="tab-links" role="group" aria-label="Tabs">
            {["Dashboard", ...tabs].map((label, index) => (
              <span key={label} aria-current={index === 0 ? "page" : undefined}>
                {label}
              </span>
            ))}
          </div>
        </div>
      </div>
      <div className="portal-page">{children}</div>
    </section>
  );
}
