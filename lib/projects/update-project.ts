import { eq, sql } from "drizzle-orm";
import type { z } from "zod";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { projects } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { clock } from "@/lib/platform/clock";
import { Refusal } from "@/lib/platform/errors";
import { demandProject } from "./demand-project";
import type { ProjectFields, updateProjectInput } from "./input";
import { findLastProjectSave } from "./queries";

const names = ["name", "description", "status"] as const satisfies (keyof ProjectFields)[];

/** Saves a project as edited, unless somebody else saved it since the form was opened. */
export async function updateProject(
  { tx, actor }: { tx: Tx; actor: StaffActor },
  { projectId, version, ...fields }: z.output<typeof updateProjectInput>,
) {
  const project = await demandProject(tx, actor, projectId);
  if (project.version !== version) throw await tooLate(tx, project);
  const changed = names.filter((name) => project[name] !== fields[name]);
  if (changed.length > 0) {
    const of = (values: ProjectFields) => Object.fromEntries(changed.map((name) => [name, values[name]]));
    await tx
      .update(projects)
      .set({ ...fields, version: sql`${projects.version} + 1`, updatedAt: clock.now() })
      .where(eq(projects.id, projectId));
    await record(tx, actor, {
      act: "project.changed",
      ...{ subject: fields.name, companyId: project.companyId },
      ...{ before: of(project), after: { projectId, ...of(fields) } },
    });
  }
  return { id: projectId, name: fields.name };
}

async function tooLate(tx: Tx, { companyId, name }: { companyId: string; name: string }): Promise<Refusal> {
  const by = (await findLastProjectSave(tx, companyId, name)) ?? "Somebody";
  return new Refusal(
    "stale",
    `${by} saved this project after you opened it. Nothing of yours was saved yet: copy what you typed, reload the page and enter it again.`,
  );
}
