import { and, eq } from "drizzle-orm";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { assignments } from "@/db/schema";

type Whose = { staffId: string | null; companyId: string | null };

/** Whether an e-mail to staff is none of this staff user's business: its link would let them in as somebody with more rights. */
export function concernsOnlyAdministrators({ staffId }: Pick<Whose, "staffId">, actor: StaffActor): boolean {
  const isAdministrator = actor.roles.includes("administrator") || actor.roles.includes("superuser");
  return staffId !== null && staffId !== actor.staffId && !isAdministrator;
}

/** Whether a staff user who sees this e-mail may also send it again, and so open its link: `sender` is they with the reach that sending has. */
export async function mayHandle(tx: Tx, sender: StaffActor | null, mail: Whose): Promise<boolean> {
  if (!sender || concernsOnlyAdministrators(mail, sender)) return false;
  if (sender.reach === "all" || !mail.companyId) return sender.reach === "all";
  const [assigned] = await tx
    .select({ level: assignments.level })
    .from(assignments)
    .where(and(eq(assignments.staffId, sender.staffId), eq(assignments.companyId, mail.companyId)));
  return assigned !== undefined && (sender.reach === "assigned" || assigned.level === "administrator");
}
