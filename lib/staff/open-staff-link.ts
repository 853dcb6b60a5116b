import { eq } from "drizzle-orm";
import { asSystem } from "@/db/as-actor";
import { staffUsers } from "@/db/schema";
import { Refusal } from "@/lib/platform/errors";
import { findToken, type TokenView } from "@/lib/tokens/find-token";
import { deadLink, type TokenState } from "@/lib/tokens/state";

/** An invitation as its page sees it: whose it is, and whether it works; `closed` when the account itself is shut. */
export type OpenedStaffLink = {
  organisationId: string;
  organisationName: string;
  passwordMin: number;
  token: TokenView;
  state: TokenState | "closed";
  owner: { id: string; name: string; hasPassword: boolean };
};

/** Looks the link of an invitation up and changes nothing; null when there is none. */
export async function openStaffLink(secret: string): Promise<OpenedStaffLink | null> {
  const found = await findToken(secret);
  if (found?.token.purpose !== "staff-activation" || !found.token.staffId) return null;
  const { token, state, ...organisation } = found;
  const owner = await findOwner(organisation.organisationId, token.staffId ?? "");
  if (!owner) return null;
  const { isActive, email, ...whose } = owner;
  const isShut = state === "live" && (!isActive || email !== token.email);
  return { ...organisation, token, state: isShut ? "closed" : state, owner: whose };
}

function findOwner(organisationId: string, staffId: string) {
  return asSystem("whose invitation somebody opened", organisationId, async (tx) => {
    const [found] = await tx.select().from(staffUsers).where(eq(staffUsers.id, staffId));
    if (!found) return null;
    const { id, name, email, passwordHash, deactivatedAt } = found;
    return { id, name, email, hasPassword: passwordHash !== null, isActive: deactivatedAt === null };
  });
}

/** Why an invitation sets no password where there is one: it asks for no code. */
export const hasPassword = () =>
  new Refusal("forbidden", "This account has a password already. Sign in, or choose “Forgot password”.");

/** As `openStaffLink`, for acts: refuses a link that is unknown or does not work any more, and says why. */
export async function demandStaffLink(secret: string): Promise<OpenedStaffLink> {
  const link = await openStaffLink(secret);
  if (!link) throw new Refusal("expired", "This link is not known. Ask for a fresh one.");
  if (link.state === "closed")
    throw new Refusal("forbidden", "This account is closed. Ask an administrator.");
  if (link.state !== "live") throw deadLink(link.state);
  if (link.owner.hasPassword) throw hasPassword();
  return link;
}
