import { everything, auditHref } from "@/lib/audit/list-input";
import { reachFor } from "@/lib/auth/needs";
import type { StaffPageContext } from "@/lib/auth/page";
import { may } from "@/lib/auth/route";
import type { CompanyKind } from "@/lib/companies/input";
import { companyListHref, type CompanyListQuery } from "@/lib/companies/list-input";
import { administersAny } from "@/lib/companies/queries";
import type { Total } from "@/lib/search/find-ids";
import { assignManyAction } from "../actions";

/** What assigning staff to the companies of a grid needs, for those who administer any; null for the others. */
export async function assigningStaff(
  { tx, actor, session }: Pick<StaffPageContext, "tx" | "actor" | "session">,
  kind: CompanyKind,
  query: CompanyListQuery,
  total: Total,
) {
  const isAllowed =
    reachFor("assignStaff", session.roles) === "all" || (await administersAny(tx, actor.staffId));
  if (!isAllowed) return null;
  const filter = companyListHref("", { ...query, page: undefined }) || "?";
  return {
    choice: { kind, companyIds: [], filter, total },
    action: assignManyAction,
    locale: session.organisation.locale,
    auditHref: may(session, "viewAudit")
      ? auditHref({ ...everything, by: actor.staffId, act: "company" })
      : undefined,
  };
}
