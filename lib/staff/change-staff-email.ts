import { eq } from "drizzle-orm";
import { staffUsers } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { maskedEmail } from "@/lib/credentials/masked-email";
import { enqueueMail } from "@/lib/mail/enqueue";
import { clock } from "@/lib/platform/clock";
import { Refusal } from "@/lib/platform/errors";
import { endStaffSessions } from "@/lib/sessions/end-sessions";
import { endLinks } from "@/lib/tokens/end-links";
import { claimAddress } from "./address";
import { changeRights, demandPerson, type StaffContext } from "./change-rights";
import type { ChangeStaffEmailInput } from "./input";
import { mailInvitation } from "./mail-links";
import type { StaffPerson } from "./people";

/** Why nobody changes their own address, and what to do instead. */
export const OWN_ADDRESS =
  "You cannot change your own address: whoever found your screen open could move your account to theirs. Ask another administrator.";

/**
 * Gives a colleague another address to sign in with. Their sessions and the links sent to the old address end, and both addresses are told;
 * an invitation that is open goes to the new one instead, because the old one may be a stranger's.
 */
export function changeStaffEmail(
  context: StaffContext,
  { staffId, email, seen }: ChangeStaffEmailInput,
): Promise<{ staffId: string; name: string }> {
  const { tx, actor } = context;
  return changeRights(context, async (own) => {
    const person = await demandPerson(tx, own, staffId);
    const done = { staffId, name: person.name };
    if (staffId === actor.staffId) throw new Refusal("conflict", OWN_ADDRESS);
    if (person.email === email) return done;
    if (person.email !== seen)
      throw new Refusal(
        "stale",
        `Somebody changed the address to ${person.email} after you opened this page. Nothing was saved. Reload the page and look again.`,
      );
    await claimAddress(tx, email, () =>
      tx.update(staffUsers).set({ email }).where(eq(staffUsers.id, staffId)),
    );
    await endLinks(tx, { staffId });
    await endStaffSessions(tx, staffId, "e-mail address changed");
    await tellBoth(context, person, email);
    await record(tx, actor, {
      ...{ act: "staff.email-changed", staffId, subject: person.name },
      ...{ before: { email: person.email }, after: { email } },
    });
    return done;
  });
}

async function tellBoth({ tx, actor }: StaffContext, person: StaffPerson, email: string): Promise<void> {
  const { id: staffId, name } = person;
  if (person.invitationId) await mailInvitation(tx, actor, { id: staffId, name, email });
  if (!person.hasPassword) return;
  const happenedAt = clock.now().toISOString();
  // Whoever reads the old mailbox by now need not learn where the new one is.
  for (const [address, words] of [
    [person.email, maskedEmail(email)],
    [email, email],
  ] as const)
    await enqueueMail(tx, {
      ...{ organisationId: actor.organisationId, template: "staff-email-changed", staffId },
      ...{ to: { address, name }, data: { happenedAt, words } },
    });
}
