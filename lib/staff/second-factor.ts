import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { organisations, staffRecoveryCodes, staffTotp, staffUsers } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { enqueueMail } from "@/lib/mail/enqueue";
import { clock } from "@/lib/platform/clock";
import { endStaffSessions } from "@/lib/sessions/end-sessions";
import { actOnPerson, type StaffContext } from "./change-rights";
import type { requireSecondFactorInput, staffInput } from "./input";

/** Tells somebody that signing in takes a code now, or takes none any more. */
export async function mailSecondFactor(
  tx: Tx,
  { organisationId, staffId: doneBy }: StaffActor,
  staffId: string,
  template: "second-factor-set-up" | "second-factor-removed",
): Promise<void> {
  const [owner] = await tx
    .select({ name: staffUsers.name, email: staffUsers.email })
    .from(staffUsers)
    .where(eq(staffUsers.id, staffId));
  if (!owner) return;
  await enqueueMail(tx, {
    ...{ organisationId, template, staffId },
    to: { address: owner.email, name: owner.name },
    data: { happenedAt: clock.now().toISOString(), byStaff: doneBy !== staffId },
  });
}

/** Takes a second factor and its recovery codes away, on record, and tells its owner. */
export async function takeSecondFactor(
  tx: Tx,
  actor: StaffActor,
  { id: staffId, name }: { id: string; name: string },
): Promise<void> {
  await tx.delete(staffRecoveryCodes).where(eq(staffRecoveryCodes.staffId, staffId));
  await tx.delete(staffTotp).where(eq(staffTotp.staffId, staffId));
  await tx.update(staffUsers).set({ secondFactorSince: null }).where(eq(staffUsers.id, staffId));
  const off = { before: { secondFactor: true }, after: { secondFactor: false } };
  await record(tx, actor, { act: "staff.second-factor-removed", staffId, subject: name, ...off });
  await mailSecondFactor(tx, actor, staffId, "second-factor-removed");
}

/** Removes the second factor of a colleague who has lost it, and ends their sessions. */
export const removeSecondFactorOf = (context: StaffContext, which: z.output<typeof staffInput>) =>
  actOnPerson(context, which, "remove-second-factor", async (person) => {
    await takeSecondFactor(context.tx, context.actor, person);
    await endStaffSessions(context.tx, person.id, "second factor removed");
    return { staffId: person.id, name: person.name };
  });

/** Makes a second factor something that staff must have, or may have, from their next request on. */
export async function requireSecondFactor(
  { tx, actor }: StaffContext,
  { demand }: z.output<typeof requireSecondFactorInput>,
): Promise<null> {
  const { organisationId } = actor;
  const isRequired = demand === "required";
  const [stored] = await tx
    .select({ name: organisations.name, before: organisations.requiresSecondFactor })
    .from(organisations)
    .where(eq(organisations.id, organisationId))
    .for("no key update");
  if (!stored || stored.before === isRequired) return null;
  await tx
    .update(organisations)
    .set({ requiresSecondFactor: isRequired })
    .where(eq(organisations.id, organisationId));
  await record(tx, actor, {
    act: isRequired ? "organisation.second-factor-required" : "organisation.second-factor-optional",
    subject: stored.name,
    before: { requiresSecondFactor: stored.before },
    after: { requiresSecondFactor: isRequired },
  });
  return null;
}
