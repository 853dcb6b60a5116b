import type { z } from "zod";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { record } from "@/lib/audit/record";
import { enqueueMail } from "@/lib/mail/enqueue";
import { demandWholeReach } from "@/lib/logins/demand-whole-reach";
import { findOwnOrganisation } from "@/lib/organisations/queries";
import { generatePassphrase } from "@/lib/passwords/generate";
import { hoursFromNow } from "@/lib/platform/clock";
import { Refusal } from "@/lib/platform/errors";
import { loginUrl } from "@/lib/tokens/links";
import { demandLogin } from "./demand-credential";
import type { setTemporaryPasswordInput } from "./input";
import { demandGoodPassword, writePassword } from "./write-password";

type Context = { tx: Tx; actor: StaffActor };

/**
 * Gives a contact a temporary password, the one given or a generated one, and returns it for the only time. It works for as
 * long as the organisation says and must be changed at the first sign-in; every open session of the login ends. The contact is told by e-mail, without the password.
 */
export async function setTemporaryPassword(
  { tx, actor }: Context,
  { contactId, password: entered }: z.output<typeof setTemporaryPasswordInput>,
) {
  const { organisationId } = actor;
  const { name, email, loginId, companyId, companyName } = await demandLogin(
    tx,
    contactId,
    "set-temporary-password",
  );
  // Whoever learns a password signs in wherever it opens, also at companies that this staff user does not reach.
  await demandWholeReach(tx, loginId);
  const organisation = await findOwnOrganisation(tx, organisationId);
  if (!organisation) throw new Refusal("not-found", "This organisation is gone.");
  if (entered) demandGoodPassword(entered, [email, name, companyName, organisation.name]);
  const password = entered ?? generatePassphrase();
  const temporaryUntil = hoursFromNow(organisation.temporaryPasswordHours);
  await writePassword(
    tx,
    { organisationId, loginId, email },
    { password, temporaryUntil, reason: "temporary password set" },
  );
  const whose = { contactId, companyId };
  await enqueueMail(tx, {
    ...{ ...whose, organisationId, loginId },
    template: "temporary-password-set",
    to: { address: email, name },
    data: { temporaryUntil: temporaryUntil.toISOString(), byStaff: true },
  });
  const after = { temporaryUntil: temporaryUntil.toISOString(), generated: !entered };
  await record(tx, actor, { act: "contact.temporary-password-set", ...whose, subject: name, after });
  return { name, email, password, temporaryUntil, loginUrl: loginUrl("contact", organisation.slug) };
}
