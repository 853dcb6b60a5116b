import { and, eq } from "drizzle-orm";
import { asSystem } from "@/db/as-actor";
import { companies, contacts, logins } from "@/db/schema";
import { Refusal } from "@/lib/platform/errors";
import { findToken, type TokenView } from "@/lib/tokens/find-token";
import { deadLink, type TokenState } from "@/lib/tokens/state";

type Purpose = "activation" | "contact-reset";

/** A link as its page sees it: whose it is, and whether it works; `closed` when the account itself is shut for now. */
export type OpenedLink = {
  organisationId: string;
  organisationName: string;
  token: TokenView;
  state: TokenState | "closed";
  owner: {
    loginId: string;
    contactId: string;
    companyId: string;
    name: string;
    companyName: string;
    termsAcceptedAt: Date | null;
    termsVersion: number | null;
  };
};

/** Looks a portal link up and changes nothing; null when this portal has no such link for that purpose. */
export async function openLink(slug: string, secret: string, purpose: Purpose): Promise<OpenedLink | null> {
  const found = await findToken(secret);
  if (!found || found.organisationSlug !== slug || found.token.purpose !== purpose) return null;
  const { organisationId, organisationName, token } = found;
  const owner = token.contactId && (await findOwner(organisationId, token.contactId));
  if (!owner) return null;
  const { isOpen, email, ...whose } = owner;
  // A link is bound to the address it went to: after a change of address it opens nothing.
  const isShut = found.state === "live" && (!isOpen || email !== token.email);
  return { organisationId, organisationName, token, state: isShut ? "closed" : found.state, owner: whose };
}

function findOwner(organisationId: string, contactId: string) {
  return asSystem("whose link somebody opened", organisationId, async (tx) => {
    const [found] = await tx
      .select({
        contactId: contacts.id,
        name: contacts.name,
        deactivatedAt: contacts.deactivatedAt,
        companyId: contacts.companyId,
        companyName: companies.name,
        status: companies.status,
        loginId: logins.id,
        email: logins.email,
        termsAcceptedAt: logins.termsAcceptedAt,
        termsVersion: logins.termsVersion,
      })
      .from(contacts)
      .innerJoin(
        companies,
        and(eq(companies.organisationId, contacts.organisationId), eq(companies.id, contacts.companyId)),
      )
      .innerJoin(
        logins,
        and(eq(logins.organisationId, contacts.organisationId), eq(logins.id, contacts.loginId)),
      )
      .where(eq(contacts.id, contactId));
    if (!found) return null;
    const { deactivatedAt, status, ...owner } = found;
    return { ...owner, isOpen: deactivatedAt === null && status !== "closed" };
  });
}

/** As `openLink`, for acts: refuses a link that is unknown or does not work any more, and says why. */
export async function demandLink(
  { organisation, secret }: { organisation: string; secret: string },
  purpose: Purpose,
): Promise<OpenedLink> {
  const link = await openLink(organisation, secret, purpose);
  if (!link) throw new Refusal("expired", "This link is not known. Ask for a fresh one.");
  if (link.state === "closed")
    throw new Refusal(
      "forbidden",
      "This account is closed for now. Ask your contact person at " + link.organisationName + ".",
    );
  if (link.state !== "live") throw deadLink(link.state);
  return link;
}
