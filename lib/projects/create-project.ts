import type { z } from "zod";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { projectMembers, projects } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { mayAtCompany } from "@/lib/companies/may-at-company";
import { findCompanyKind } from "@/lib/companies/queries";
import { Refusal } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import type { createProjectInput } from "./input";

/** Begins a project of a company; whoever does so becomes its administrator. */
export async function createProject(
  { tx, actor }: { tx: Tx; actor: StaffActor },
  { companyId, ...fields }: z.output<typeof createProjectInput>,
) {
  const kind = await findCompanyKind(tx, companyId);
  if (!kind || !(await mayAtCompany(tx, actor, "editCompanies", companyId)))
    throw new Refusal("not-found", "There is no such company, or it is not yours to edit.");
  const { organisationId, staffId } = actor;
  const id = newId();
  await tx.insert(projects).values({ ...fields, organisationId, companyId, id });
  await tx.insert(projectMembers).values({
    ...{ organisationId, companyId, projectId: id, staffId },
    ...{ level: "administrator", addedBy: staffId },
  });
  await record(tx, actor, {
    act: "project.created",
    ...{ subject: fields.name, companyId },
    after: { projectId: id, ...fields },
  });
  return { id, companyId, kind, name: fields.name };
}
