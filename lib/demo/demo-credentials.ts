import { inArray, sql } from "drizzle-orm";
import type { SystemActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { contacts, logins, tokens } from "@/db/schema";

import { enqueueMails } from "@/lib/mail/enqueue";
import { clock, hoursFromNow } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { createTokens } from "@/lib/tokens/create-token";
import { accountKey, MOST_FAILURES } from "@/lib/throttle/throttle";
import type { LoadedCompany, LoadedContact } from "./demo-companies";
import type { CredentialStory } from "./people-and-companies";

type Invitee = LoadedContact & { loginId: string; email: string; companyId: string };

/** Brings each demo contact's credential into the state of its story; those invited get their e-mail through the outbox. */
export async function loadDemoCredentials(
  tx: Tx,
  actor: SystemActor,
  companies: LoadedCompany[],
  passwordHash: string,
): Promise<void> {
  const people = companies
    .flatMap((company) => company.contacts.map((contact) => ({ ...contact, companyId: company.id })))
    .filter((contact): contact is Invitee => contact.loginId !== null && contact.email !== null);
  const told = (...stories: CredentialStory[]) => people.filter((contact) => stories.includes(contact.story));
  const setPassword = (them: Invitee[], temporaryUntil: Date | null, lastSignInAt: Date | null) =>
    tx
      .update(logins)
      .set({
        passwordHash,
        passwordSetAt: hoursFromNow(-400),
        temporaryUntil,
        emailProvenAt: temporaryUntil ? null : hoursFromNow(-400),
        lastSignInAt,
        termsAcceptedAt: lastSignInAt,
      })
      .where(
        inArray(
          logins.id,
          them.map((contact) => contact.loginId),
        ),
      );
  await setPassword(told("active", "locked", "deactivated"), null, hoursFromNow(-30));
  await setPassword(told("temporary"), hoursFromNow(60), null);
  await setPassword(told("temporary-expired"), hoursFromNow(-24), null);
  await tx
    .update(contacts)
    .set({ deactivatedAt: hoursFromNow(-200) })
    .where(
      inArray(
        contacts.id,
        told("deactivated").map((contact) => contact.id),
      ),
    );
  await invite(tx, actor, told("invited"));
  await inviteLongAgo(tx, actor, told("invitation-expired"));
  await lock(tx, actor, told("locked"));
}

const tokenOf = ({ id, loginId, companyId, email }: Invitee) => ({
  contactId: id,
  loginId,
  companyId,
  email,
});

async function invite(tx: Tx, actor: SystemActor, them: Invitee[]): Promise<void> {
  const ids = await createTokens(tx, actor, "activation", them.map(tokenOf));
  await enqueueMails(
    tx,
    them.map((contact, index) => ({
      organisationId: actor.organisationId,
      template: "account-activation",
      to: { address: contact.email, name: contact.name },
      companyId: contact.companyId,
      contactId: contact.id,
      loginId: contact.loginId,
      tokenId: ids[index],
    })),
  );
}

async function inviteLongAgo(tx: Tx, { organisationId }: SystemActor, them: Invitee[]): Promise<void> {
  await tx.insert(tokens).values(
    them.map((contact) => ({
      ...tokenOf(contact),
      organisationId,
      id: newId(),
      purpose: "activation" as const,
      createdAt: hoursFromNow(-10 * 24),
      expiresAt: hoursFromNow(-3 * 24),
    })),
  );
}

async function lock(tx: Tx, { organisationId }: SystemActor, them: Invitee[]): Promise<void> {
  const expire = clock.now().getTime() + 30 * 86_400_000;
  for (const { email } of them)
    await tx.execute(
      sql`INSERT INTO throttle (key, points, expire) VALUES (${`failures:${accountKey("contact", organisationId, email)}`}, ${MOST_FAILURES + 1}, ${expire})`,
    );
}
