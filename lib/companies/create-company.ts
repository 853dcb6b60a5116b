import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { companies } from "@/db/schema";
import { nextChangeId } from "@/lib/access/append-change";
import { setServices } from "@/lib/access/set-services";
import { record } from "@/lib/audit/record";
import { clock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { companyColumns } from "./company-columns";
import { companyRefusal } from "./company-refusal";
import { nextCodes } from "./generate-code";
import { companyFormValues } from "./form-values";
import type { CompanyKind, CreateCompanyInput } from "./input";

/** Creates a customer or supplier; whoever does so becomes its administrator. A blank code is generated. */
export async function createCompany(
  { tx, actor }: { tx: Tx; actor: StaffActor },
  { kind, services, ...input }: CreateCompanyInput,
): Promise<{ id: string; kind: CompanyKind; name: string }> {
  const { organisationId } = actor;
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
