import { eq } from "drizzle-orm";
import type { z } from "zod";
import { asSystem } from "@/db/as-actor";
import { logins } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import { openSession, type Origin } from "@/lib/sessions/open-session";
import { useToken } from "@/lib/tokens/use-token";
import type { activateLoginInput } from "./input";
import { demandLink } from "./open-link";
import { recordAs } from "./record-as";
import { demandGoodPassword, writePassword } from "./write-password";

/** Sets the password that an invited contact chose, notes that they accepted the terms, and signs them in; by each link once. */
export async function activateLogin(origin: Origin, input: z.output<typeof activateLoginInput>) {
  const { organisationId, organisationName, token, owner } = await demandLink(input, "activation");
  const { loginId, contactId, companyId, name, companyName } = owner;
  demandGoodPassword(input.password, [token.email, name, companyName, organisationName]);
  const now = clock.now();
  return asSystem("activation by link", organisationId, async (tx) => {
    await useToken(tx, token.id);
    await writePassword(
      tx,
      { organisationId, loginId, email: token.email },
      {
        ...{ password: input.password, byLink: true },
        ...{ acceptsTerms: input.termsVersion ?? 0, reason: "account activated" },
      },
    );
    await tx.update(logins).set({ lastSignInAt: now }).where(eq(logins.id, loginId));
    const someone = { organisationId, loginId, id: contactId, companyId, name };
    await recordAs(tx, someone, "contact.activated", origin.address);
    const sessionId = await openSession(tx, { kind: "contact", organisationId, loginId, contactId }, origin);
    return { organisationId, sessionId };
  });
}
