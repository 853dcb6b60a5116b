import { and, eq } from "drizzle-orm";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { assignments, staffUsers } from "@/db/schema";
import { logActivity } from "@/lib/activity/log-activity";
import { record } from "@/lib/audit/record";
import { Refusal } from "@/lib/platform/errors";
import type { AssignStaffInput } from "./assign-input";
import { changeAssignments, demandAnotherAdministrator } from "./change-assignments";
import { assignmentMessage } from "./log-assignment";

type Level = AssignStaffInput["level"];
type Colleague = { id: string; name: string; deactivatedAt: Date | null };

const acts: Record<Level, string> = {
  none: "company.unassigned",
  member: "company.assigned",
  administrator: "company.assigned",
};

/** Makes a colleague an administrator or a member of a company, or neither any more; changes nothing when it is so already. */
export function assignStaff(
  { actor }: { actor: StaffActor },
  { companyId, email, level }: AssignStaffInput,
): Promise<{ name: string }> {
  return changeAssignments(actor, companyId, async (tx, held) => {
    const colleague = await findColleague(tx, email, level);
    const before = held.assigned.find(({ staffId }) => staffId === colleague.id)?.level ?? "none";
    if (before === level) return { name: colleague.name };
    if (before === "administrator") demandAnotherAdministrator(held, colleague.id);
    await write(tx, actor, { companyId, staffId: colleague.id, level });
    await record(tx, actor, {
      act: before === "none" || level === "none" ? acts[level] : "company.assignment-changed",
      subject: colleague.name,
      ...{ companyId, staffId: colleague.id },
      before: { level: before },
      after: { level },
    });
    const message = assignmentMessage(actor, level);
    await logActivity(tx, { companyId, level: "information", source: "company", message });
    return { name: colleague.name };
  });
}

type Wanted = { companyId: string; staffId: string; level: Level };

async function write(tx: Tx, actor: StaffActor, { companyId, staffId, level }: Wanted): Promise<void> {
  if (level === "none") {
    const theirs = and(eq(assignments.companyId, companyId), eq(assignments.staffId, staffId));
    await tx.delete(assignments).where(theirs);
    return;
  }
  const granted = { level, grantedBy: actor.staffId };
  await tx
    .insert(assignments)
    .values({ organisationId: actor.organisationId, companyId, staffId, ...granted })
    .onConflictDoUpdate({
      target: [assignments.organisationId, assignments.staffId, assignments.companyId],
      set: granted,
    });
}

/** Somebody who works here; one who left can still lose their access. */
async function findColleague(tx: Tx, email: string, level: Level): Promise<Colleague> {
  const [found] = await tx
    .select({ id: staffUsers.id, name: staffUsers.name, deactivatedAt: staffUsers.deactivatedAt })
    .from(staffUsers)
    .where(eq(staffUsers.email, email));
  if (found && (level === "none" || !found.deactivatedAt)) return found;
  throw new Refusal("invalid", "Some entries need your attention.", {
    email: "No colleague of yours signs in with this address. Ask an administrator to add them first.",
  });
}
