import { eq, sql } from "drizzle-orm";
import type { z } from "zod";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { projects } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { clock } from "@/lib/platform/clock";
import { demandProject } from "./demand-project";
import type { projectInput } from "./input";

type Context = { tx: Tx; actor: StaffActor };
type Asked = z.output<typeof projectInput>;

/** Takes a project out of the list; it can be restored. Changes nothing when it is archived already. */
export const archiveProject = (context: Context, asked: Asked) => setArchived(context, asked, true);

/** Brings an archived project back as it was. */
export const restoreProject = (context: Context, asked: Asked) => setArchived(context, asked, false);

async function setArchived({ tx, actor }: Context, { projectId }: Asked, isArchived: boolean) {
  const { name, companyId, archivedAt } = await demandProject(tx, actor, projectId);
  if ((archivedAt !== null) === isArchived) return { name };
  await tx
    .update(projects)
    .set({
      ...(isArchived
        ? { archivedAt: clock.now(), archivedBy: actor.staffId }
        : { archivedAt: null, archivedBy: null }),
      version: sql`${projects.version} + 1`,
      updatedAt: clock.now(),
    })
    .where(eq(projects.id, projectId));
  const act = isArchived ? "project.archived" : "project.restored";
  await record(tx, actor, { act, subject: name, companyId, after: { projectId } });
  return { name };
}
