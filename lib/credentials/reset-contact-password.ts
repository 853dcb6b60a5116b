import type { z } from "zod";
import { asSystem, type Tx } from "@/db/as-actor";
import { enqueueMail } from "@/lib/mail/enqueue";
import { clock } from "@/lib/platform/clock";
import { useToken } from "@/lib/tokens/use-token";
import type { resetContactPasswordInput } from "./input";
import { demandLink } from "./open-link";
import { recordAs } from "./record-as";
import { demandGoodPassword, writePassword } from "./write-password";

type Whose = {
  organisationId: string;
  loginId: string;
  contactId: string;
  companyId: string;
  name: string;
  email: string;
};

/** Tells the owner of a login that its password is another one now. */
export async function mailPasswordChanged(tx: Tx, { email, name, ...whose }: Whose): Promise<void> {
  await enqueueMail(tx, {
    ...whose,
    template: "password-changed",
    to: { address: email, name },
    data: { happenedAt: clock.now().toISOString(), byStaff: false },
  });
}

/** Sets a contact's new password by the link they were sent, once; the old password and every open session end. */
export async function resetContactPassword(_: unknown, input: z.output<typeof resetContactPasswordInput>) {
  const { organisationId, organisationName, token, owner } = await demandLink(input, "contact-reset");
  const whose = { ...owner, organisationId, email: token.email };
  demandGoodPassword(input.password, [token.email, owner.name, owner.companyName, organisationName]);
  return asSystem("password reset by link", organisationId, async (tx) => {
    await useToken(tx, token.id);
    await writePassword(tx, whose, {
      password: input.password,
      byLink: true,
      acceptsTerms: input.termsVersion ?? 0,
      reason: "password reset",
    });
    await recordAs(tx, { ...whose, id: owner.contactId }, "contact.password-reset");
    await mailPasswordChanged(tx, {
      ...{ organisationId, loginId: owner.loginId, contactId: owner.contactId },
      ...{ companyId: owner.companyId, name: owner.name, email: token.email },
    });
    return null;
  });
}
