import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { companies } from "@/db/schema";
import { nextChangeId } from "@/lib/access/append-change";
import { setServices } from "@/lib/access/set-services";
import { record } from "@/lib/audit/record";
import { reachFor } from "@/lib/auth/needs";
import { clock } from "@/lib/platform/clock";
import { Refusal } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { companyColumns } from "./company-columns";
import { companyRefusal } from "./company-refusal";
import { nextCodes } from "./generate-code";
import { companyFormValues } from "./form-values";
import type { CompanyKind, CreateCompanyInput } from "./input";

/**
 * Creates a customer or supplier; whoever does so becomes its administrator. A blank code is generated. Its portal is switched on only by
 * who may administer access.
 */
export async function createCompany(
  { tx, actor }: { tx: Tx; actor: StaffActor },
  { kind, services, ...input }: CreateCompanyInput,
): Promise<{ id: string; kind: CompanyKind; name: string }> {
  const { organisationId } = actor;
  if (services && reachFor("administerAccess", actor.roles) === null) throw servicesRefusal();
  const columns = await companyColumns(tx, kind, input);
  const accessSince = await nextChangeId(tx, organisationId);
  const code = columns.code || ((await nextCodes(tx, organisationId, kind))[0] ?? "");
  const id = newId();
  const now = clock.now();
  const isUnusual = columns.status !== "active";
  const company = {
    ...columns,
    ...{ organisationId, id, kind, code, createdAt: now, updatedAt: now },
    statusChangedAt: isUnusual ? now : null,
    statusChangedBy: isUnusual ? actor.staffId : null,
    accessSince,
  };
  await tx.insert(companies).values(company).catch(companyRefusal(kind, code));
  const after = Object.entries(companyFormValues(company)).filter(([, value]) => value !== "");
  await record(tx, actor, {
    act: "company.created",
    subject: company.name,
    companyId: id,
    after: { kind, ...Object.fromEntries(after) },
  });
  if (services) await setServices({ tx, actor }, { companyId: id, on: true });
  return { id, kind, name: company.name };
}

const servicesRefusal = () =>
  new Refusal("forbidden", "Nothing was created: your roles do not let you switch Services on.", {
    services:
      "Create the company with Services off, then ask somebody who administers portal access to switch them on.",
  });
