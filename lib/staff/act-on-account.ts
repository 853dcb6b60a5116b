import { eq } from "drizzle-orm";
import type { z } from "zod";
import { staffUsers } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { clock } from "@/lib/platform/clock";
import { endStaffSessions } from "@/lib/sessions/end-sessions";
import { forgetAttemptsIn } from "@/lib/throttle/attempts";
import { cancelToken } from "@/lib/tokens/cancel-token";
import { endLinks } from "@/lib/tokens/end-links";
import { actOnPerson, changeRights, demandPerson, type StaffContext } from "./change-rights";
import type { renameStaffInput, staffInput } from "./input";
import { mailInvitation, mailStaffReset } from "./mail-links";
import { staffKey, type StaffPerson } from "./people";

type Which = z.output<typeof staffInput>;
type Done = { staffId: string; name: string };

const note = (
  { tx, actor }: StaffContext,
  { id: staffId, name }: StaffPerson,
  act: string,
  changed: { before?: Record<string, unknown>; after?: Record<string, unknown> } = {},
) => record(tx, actor, { act, staffId, subject: name, ...changed });

const done = ({ id, name }: StaffPerson): Done => ({ staffId: id, name });

/** Sends a colleague who has no password yet a fresh invitation; earlier links stop working. */
export const sendStaffActivation = (context: StaffContext, which: Which): Promise<Done> =>
  actOnPerson(context, which, "send-activation", async (person) => {
    await mailInvitation(context.tx, context.actor, person);
    await note(context, person, "staff.activation-sent", { after: { email: person.email } });
    return done(person);
  });

/** Withdraws a colleague's open invitation: its link stops working, also when its e-mail has not gone out yet. */
export const cancelStaffActivation = (context: StaffContext, which: Which): Promise<Done> =>
  actOnPerson(context, which, "cancel-activation", async (person) => {
    if (person.invitationId) await cancelToken(context.tx, context.actor, person.invitationId);
    await note(context, person, "staff.activation-cancelled");
    return done(person);
  });

/** Sends a colleague the link with which they choose a new password; until they do, the old one works. */
export const sendStaffResetLink = (context: StaffContext, which: Which): Promise<Done> =>
  actOnPerson(context, which, "send-reset-link", async (person) => {
    await mailStaffReset(context.tx, context.actor, person);
    await note(context, person, "staff.reset-sent", { after: { email: person.email } });
    return done(person);
  });

/** Ends the wait or the lock that failed sign-ins have put on a colleague's account; the password stays. */
export const unlockStaff = (context: StaffContext, which: Which): Promise<Done> =>
  actOnPerson(context, which, "unlock", async (person) => {
    await forgetAttemptsIn(context.tx, staffKey(person.email));
    await note(context, person, "staff.unlocked");
    return done(person);
  });

/** Signs a colleague out everywhere; they can sign in again. */
export const endSessionsOfStaff = (context: StaffContext, which: Which): Promise<Done> =>
  actOnPerson(context, which, "end-sessions", async (person) => {
    const ended = await endStaffSessions(context.tx, person.id, "ended by an administrator");
    await note(context, person, "staff.sessions-ended", { after: { ended } });
    return done(person);
  });

/** Shuts a colleague out: sign-in, open links and sessions end; the next request of any is refused. */
export const deactivateStaff = (context: StaffContext, which: Which): Promise<Done> =>
  actOnPerson(context, which, "deactivate", async (person) => {
    const { tx, actor } = context;
    await tx
      .update(staffUsers)
      .set({ deactivatedAt: clock.now(), deactivatedBy: actor.staffId })
      .where(eq(staffUsers.id, person.id));
    await endLinks(tx, { staffId: person.id });
    await endStaffSessions(tx, person.id, "deactivated");
    await note(context, person, "staff.deactivated", { before: { active: true }, after: { active: false } });
    return done(person);
  });

/** Lets a deactivated colleague in again with the password and the roles they had. */
export const reactivateStaff = (context: StaffContext, which: Which): Promise<Done> =>
  actOnPerson(context, which, "reactivate", async (person) => {
    await context.tx
      .update(staffUsers)
      .set({ deactivatedAt: null, deactivatedBy: null })
      .where(eq(staffUsers.id, person.id));
    await note(context, person, "staff.reactivated", { before: { active: false }, after: { active: true } });
    return done(person);
  });

/** Changes what a colleague is called. */
export const renameStaff = (context: StaffContext, { staffId, name }: z.output<typeof renameStaffInput>) =>
  changeRights(context, async (own): Promise<Done> => {
    const person = await demandPerson(context.tx, own, staffId);
    if (person.name === name) return { staffId, name };
    await context.tx.update(staffUsers).set({ name }).where(eq(staffUsers.id, staffId));
    const changed = { before: { name: person.name }, after: { name } };
    await note(context, { ...person, name }, "staff.changed", changed);
    return { staffId, name };
  });
