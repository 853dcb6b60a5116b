import { eq } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { staffUsers } from "@/db/schema";
import { Refusal, violatedConstraint } from "@/lib/platform/errors";

/**
 * Has `write` give a staff user this e-mail address; refuses at the field, naming a colleague who has it already. That it is somebody's in
 * another organisation is said without saying whose.
 */
export async function claimAddress(tx: Tx, email: string, write: () => Promise<unknown>): Promise<void> {
  const [known] = await tx
    .select({ name: staffUsers.name })
    .from(staffUsers)
    .where(eq(staffUsers.email, email));
  if (known) throw taken(`${known.name} signs in with this address already. Look for them in the list.`);
  await write().catch((error: unknown) => {
    if (violatedConstraint(error) !== "staff_users_email_unique") throw error;
    throw taken("This address cannot be used here: it signs in somewhere else. Use a different one.");
  });
}

const taken = (words: string) =>
  new Refusal("conflict", "Some entries need your attention.", { email: words });
