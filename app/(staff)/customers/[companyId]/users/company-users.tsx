import { Moment } from "@/components/time/moment";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { StaffPageContext } from "@/lib/auth/page";
import type { CompanyKind } from "@/lib/companies/input";
import { loadCompany } from "../load-company";

/** The staff users who serve a company. */
export async function companyUsers(kind: CompanyKind, context: StaffPageContext) {
  const { staff, place, header } = await loadCompany(kind, context);
  return (
    <div className="grid gap-6">
      {header}
      <Card title="Users" flush>
        {staff.length === 0 ? (
          <p className="px-4 py-3 text-muted">
            Nobody is assigned. Staff whose roles reach every company see this one all the same.
          </p>
        ) : (
          <ul className="divide-y divide-line">
            {staff.map((user) => (
              <li
                key={user.id}
                className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-2"
              >
                <span>
                  <span className="font-medium">{user.name}</span>{" "}
                  <span className="text-muted">{user.email}</span>
                </span>
                <span className="flex flex-wrap items-center gap-2">
                  <span className="text-small text-muted">
                    since <Moment at={user.since} {...place} />
                  </span>
                  {user.deactivatedAt ? <Badge tone="neutral">Deactivated</Badge> : null}
                  <Badge tone={user.level === "administrator" ? "info" : "neutral"}>
                    {user.level === "administrator" ? "Administrator" : "Member"}
                  </Badge>
                </span>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </div>
  );
}
