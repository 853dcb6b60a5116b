import { and, eq } from "drizzle-orm";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { assignments, contacts } from "@/db/schema";
import { reachesFurther } from "@/lib/logins/demand-whole-reach";

type Whose = { staffId: string | null; companyId: string | null };
type Opened = Whose & { loginId: string | null; tokenId: string | null };

/** Whether an e-mail to staff is none of this staff user's business: its link would let them in as somebody with more rights. */
export function concernsOnlyAdministrators({ staffId }: Pick<Whose, "staffId">, actor: StaffActor): boolean {
  return staffId !== null && staffId !== actor.staffId && !actor.roles.includes("administrator");
}

/** Whether a staff user who sees this e-mail may also send it again: `sender` is they with the reach that sending has. */
export async function mayHandle(tx: Tx, sender: StaffActor | null, mail: Whose): Promise<boolean> {
  if (!sender || concernsOnlyAdministrators(mail, sender)) return false;
  if (sender.reach === "all" || !mail.companyId) return sender.reach === "all";
  const [assigned] = await tx
    .select({ level: assignments.level })
    .from(assignments)
    .where(and(eq(assignments.staffId, sender.staffId), eq(assignments.companyId, mail.companyId)));
  return assigned !== undefined && (sender.reach === "assigned" || assigned.level === "administrator");
}

/**
 * Whether whoever may send this e-mail again may also open its link while it is only captured: not when the link sets the password of
 * somebody who signs in for companies beyond their reach, too.
 */
export async function mayOpen(tx: Tx, sender: StaffActor | null, mail: Opened): Promise<boolean> {
  if (!sender || !(await mayHandle(tx, sender, mail))) return false;
  if (sender.reach === "all" || !mail.tokenId || !mail.loginId) return true;
  if (await reachesFurther(tx, mail.loginId)) return false;
  // Nor may it serve a company that the sender sees, but whose e-mails are not theirs to send.
  const served = await tx
    .select({ companyId: contacts.companyId })
    .from(contacts)
    .where(eq(contacts.loginId, mail.loginId));
  for (const { companyId } of served)
    if (!(await mayHandle(tx, sender, { staffId: null, companyId }))) return false;
  return true;
}
