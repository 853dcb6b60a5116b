import { eq } from "drizzle-orm";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { withSavepoint } from "@/db/savepoint";
import { logins } from "@/db/schema";
import { demandWholeReach } from "@/lib/logins/demand-whole-reach";
import { Refusal, violatedConstraint } from "@/lib/platform/errors";
import { endLinks } from "@/lib/tokens/end-links";
import { emailInUse, findByEmail, loginFor } from "./login-for";

type Current = { companyId: string; loginId: string | null; email: string | null };

const KEEPS_EMAIL =
  "A contact who has a login keeps an e-mail address. Deactivate them if they must not sign in any more.";

/**
 * Gives a contact the e-mail address that was asked for and returns their login: the one they have, whose links to the old
 * address stop working; or else a new one, or the existing one of that address when asked to link it.
 */
export async function changeEmail(
  { tx, actor }: { tx: Tx; actor: StaffActor },
  current: Current,
  { email, link }: { email: string | null; link: boolean },
): Promise<string | null> {
  const { companyId, loginId } = current;
  if (email === current.email) return loginId;
  if (!loginId) return email && (await loginFor({ tx, actor }, { companyId, email, link })).loginId;
  if (!email) throw new Refusal("invalid", "Some entries need your attention.", { email: KEEPS_EMAIL });
  await demandWholeReach(tx, loginId);
  await endLinks(tx, { loginId });
  await withSavepoint(tx, () =>
    tx.update(logins).set({ email, emailProvenAt: null }).where(eq(logins.id, loginId)),
  ).catch(async (error: unknown) => {
    if (violatedConstraint(error) !== "logins_email_unique") throw error;
    const existing = await findByEmail(tx, { companyId, email });
    // Their own login would be left over, with whatever it signs in for.
    throw emailInUse(existing && { ...existing, canLink: false });
  });
  return loginId;
}
