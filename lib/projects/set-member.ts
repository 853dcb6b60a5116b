import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { StaffActor } from "@/db/actor";
import { asActor, asSystem, type Tx } from "@/db/as-actor";
import { projectMembers, staffUsers } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { mayAtCompany } from "@/lib/companies/may-at-company";
import { Refusal } from "@/lib/platform/errors";
import { findActiveStaff } from "@/lib/staff/queries";
import { demandProject } from "./demand-project";
import type { projectMemberInput } from "./input";

type Asked = z.output<typeof projectMemberInput>;
type Project = { id: string; companyId: string; name: string };

/**
 * Makes a colleague an administrator or a member of a project, or neither any more; changes nothing when it is so already. Who may see the
 * company is asked as the system: to staff of limited reach row-level security shows nobody's assignments but their own.
 */
export async function setProjectMember(
  { actor }: { actor: StaffActor },
  { projectId, email, level }: Asked,
): Promise<{ name: string }> {
  await asActor(actor, (tx) => demandProject(tx, actor, projectId));
  return asSystem("putting a colleague on a project", actor.organisationId, async (tx) => {
    // Asked again under the lock: a colleague may just have taken this person off the project.
    const project = await demandProject(tx, actor, projectId);
    const colleague = await findColleague(tx, email);
    if (level !== "none") await demandReach(tx, colleague, project);
    const before = await levelOf(tx, project, colleague.id);
    if (before === level) return { name: colleague.name };
    if (before === "administrator") await demandAnother(tx, project, colleague);
    await write(tx, actor, project, colleague.id, level);
    await record(tx, actor, {
      act:
        level === "none"
          ? "project.member-removed"
          : before === "none"
            ? "project.member-added"
            : "project.member-changed",
      ...{ subject: colleague.name, companyId: project.companyId, staffId: colleague.id },
      before: { level: before },
      after: { level, project: project.name, projectId },
    });
    return { name: colleague.name };
  });
}

type Colleague = { id: string; name: string };

const atEmail = (message: string) =>
  new Refusal("invalid", "Some entries need your attention.", { email: message });

async function findColleague(tx: Tx, email: string): Promise<Colleague> {
  const [found] = await tx
    .select({ id: staffUsers.id, name: staffUsers.name })
    .from(staffUsers)
    .where(eq(staffUsers.email, email));
  if (found) return found;
  throw atEmail("No colleague of yours signs in with this address. Ask an administrator to add them first.");
}

async function demandReach(tx: Tx, { id, name }: Colleague, { companyId }: Project): Promise<void> {
  const active = await findActiveStaff(tx, id);
  if (!active) throw atEmail(`${name} does not work here any more.`);
  if (await mayAtCompany(tx, { staffId: id, roles: active.roles }, "viewCompanies", companyId)) return;
  throw atEmail(`${name} cannot see this company yet. Grant them access to it on the tab Users first.`);
}

async function levelOf(tx: Tx, { id }: Project, staffId: string): Promise<Asked["level"]> {
  const [found] = await tx
    .select({ level: projectMembers.level })
    .from(projectMembers)
    .where(and(eq(projectMembers.projectId, id), eq(projectMembers.staffId, staffId)));
  return found?.level ?? "none";
}

async function demandAnother(tx: Tx, { id, name }: Project, colleague: Colleague): Promise<void> {
  const administrators = await tx
    .select({ staffId: projectMembers.staffId })
    .from(projectMembers)
    .where(and(eq(projectMembers.projectId, id), eq(projectMembers.level, "administrator")));
  if (administrators.some(({ staffId }) => staffId !== colleague.id)) return;
  throw new Refusal(
    "conflict",
    `${colleague.name} is the last administrator of ${name}. Make somebody else an administrator first.`,
  );
}

async function write(tx: Tx, actor: StaffActor, project: Project, staffId: string, level: Asked["level"]) {
  if (level === "none") {
    await tx
      .delete(projectMembers)
      .where(and(eq(projectMembers.projectId, project.id), eq(projectMembers.staffId, staffId)));
    return;
  }
  const { organisationId } = actor;
  await tx
    .insert(projectMembers)
    .values({
      ...{ organisationId, projectId: project.id, companyId: project.companyId },
      ...{ staffId, level, addedBy: actor.staffId },
    })
    .onConflictDoUpdate({
      target: [projectMembers.organisationId, projectMembers.projectId, projectMembers.staffId],
      set: { level },
    });
}
