import { and, eq } from "drizzle-orm";
import { asSystem } from "@/db/as-actor";
import { organisations, tokens, tokenSecrets } from "@/db/schema";
import { hashSecret } from "@/lib/platform/ids";
import { tokenState, type TokenState } from "./state";

const view = {
  id: tokens.id,
  purpose: tokens.purpose,
  loginId: tokens.loginId,
  contactId: tokens.contactId,
  companyId: tokens.companyId,
  staffId: tokens.staffId,
  email: tokens.email,
  expiresAt: tokens.expiresAt,
  firstOpenedAt: tokens.firstOpenedAt,
  usedAt: tokens.usedAt,
  endedReason: tokens.endedReason,
};

/** A token as the pages behind its link see it. */
export type TokenView = Pick<typeof tokens.$inferSelect, keyof typeof view>;

/** A token found by its secret, with the organisation that it belongs to. */
export type FoundToken = {
  organisationId: string;
  organisationSlug: string;
  organisationName: string;
  /** How many characters the organisation asks of a password. */
  passwordMin: number;
  token: TokenView;
  state: TokenState;
};

/** Looks a link's secret up and changes nothing; null when there is no such link. One query whether or not it is found. */
export async function findToken(secret: string): Promise<FoundToken | null> {
  const hash = hashSecret(secret);
  const [found] = await asSystem("look up the link that somebody opened", "any", (tx) =>
    tx
      .select({
        organisationId: organisations.id,
        organisationSlug: organisations.slug,
        organisationName: organisations.name,
        passwordMin: organisations.passwordMin,
        token: view,
      })
      .from(tokenSecrets)
      .innerJoin(
        tokens,
        and(eq(tokens.organisationId, tokenSecrets.organisationId), eq(tokens.id, tokenSecrets.tokenId)),
      )
      .innerJoin(organisations, eq(organisations.id, tokens.organisationId))
      .where(eq(tokenSecrets.hash, hash)),
  );
  return found ? { ...found, state: tokenState(found.token) } : null;
}
