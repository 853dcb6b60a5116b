import { and, eq } from "drizzle-orm";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { projectMembers, projects } from "@/db/schema";
import { mayAtCompany } from "@/lib/companies/may-at-company";
import { Refusal } from "@/lib/platform/errors";

type Project = Pick<typeof projects.$inferSelect, "id" | "companyId">;

/** Whether a staff user may edit a project and say who works on it: its administrators, and whoever may edit its company. */
export async function mayAdminister(
  tx: Tx,
  actor: Pick<StaffActor, "staffId" | "roles">,
  { id, companyId }: Project,
): Promise<boolean> {
  if (await mayAtCompany(tx, actor, "editCompanies", companyId)) return true;
  const [found] = await tx
    .select({ level: projectMembers.level })
    .from(projectMembers)
    .where(and(eq(projectMembers.projectId, id), eq(projectMembers.staffId, actor.staffId)));
  return found?.level === "administrator";
}

/** The project, locked until the transaction ends, for somebody who may edit it; refused otherwise. */
export async function demandProject(tx: Tx, actor: StaffActor, projectId: string) {
  const [project] = await tx.select().from(projects).where(eq(projects.id, projectId)).for("no key update");
  if (!project) throw new Refusal("not-found", "There is no such project, or it is not yours to see.");
  if (!(await mayAdminister(tx, actor, project)))
    throw new Refusal(
      "forbidden",
      "You may read this project but not change it. Ask one of its administrators to make you one.",
    );
  return project;
}
