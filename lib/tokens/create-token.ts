import type { Actor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { tokens } from "@/db/schema";
import { clock, hoursFromNow } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { lockOwners, replaceTokens } from "./owners";
import { ttlHours, type TokenPurpose } from "./purposes";

/** What a new token is for and whose it is: a login's or a staff user's. */
export type NewToken = {
  loginId?: string;
  staffId?: string;
  contactId?: string;
  companyId?: string;
  email: string;
};

/** Makes a token and returns its id; earlier links of the same purpose and owner stop working and their unsent e-mails are cancelled. */
export async function createToken(
  tx: Tx,
  actor: Actor,
  token: NewToken & { purpose: TokenPurpose },
): Promise<string> {
  const [id] = await createTokens(tx, actor, token.purpose, [token]);
  return id as string;
}

// Ten columns a row, and PostgreSQL takes 65,535 parameters a statement.
const ROWS_A_STATEMENT = 5000;

/** Makes a token for each of many owners, as `createToken` does for one; ids come back in the order given. */
export async function createTokens(
  tx: Tx,
  actor: Actor,
  purpose: TokenPurpose,
  wanted: NewToken[],
): Promise<string[]> {
  await lockOwners(tx, wanted);
  await replaceTokens(tx, purpose, wanted);
  const rows = wanted.map((token) => ({
    ...token,
    id: newId(),
    organisationId: actor.organisationId,
    purpose,
    createdAt: clock.now(),
    createdBy: actor.kind === "staff" ? actor.staffId : null,
    expiresAt: hoursFromNow(ttlHours[purpose]),
  }));
  for (let at = 0; at < rows.length; at += ROWS_A_STATEMENT)
    await tx.insert(tokens).values(rows.slice(at, at + ROWS_A_STATEMENT));
  return rows.map((row) => row.id);
}
