import type { StaffActor } from "@/db/actor";
import { asSystem } from "@/db/as-actor";
import { verifyPassword } from "@/lib/passwords/hash";
import { Refusal } from "@/lib/platform/errors";
import { countAttempt } from "@/lib/throttle/throttle";
import { staffKey } from "./people";
import { findStaffPassword } from "./queries";

/** The account of the staff user who asks, once they have shown that they know its password; counted like a sign-in. */
export async function demandOwnPassword(
  { organisationId, staffId }: StaffActor,
  current: string,
  why: string,
) {
  const staff = await asSystem(why, organisationId, (tx) => findStaffPassword(tx, staffId));
  if (!staff) throw new Refusal("not-found", "This account is gone.");
  await countAttempt(staffKey(staff.email));
  if (!(await verifyPassword(staff.passwordHash, current)))
    throw new Refusal("invalid", "The current password is not right.", {
      current: "This is not your current password.",
    });
  return staff;
}
