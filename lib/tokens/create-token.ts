import { sql } from "drizzle-orm";
import type { Actor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { clock, hoursFromNow } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { linkHours } from "./lifetimes";
import { lockOwners, replaceBeyondReach, replaceTokens } from "./owners";
import type { TokenPurpose } from "./purposes";

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

/** Makes a token for each of many owners in one statement, as `createToken` does for one; ids come back in the order given. */
export async function createTokens(
  tx: Tx,
  actor: Actor,
  purpose: TokenPurpose,
  wanted: NewToken[],
): Promise<string[]> {
  await lockOwners(tx, wanted);
  await replaceTokens(tx, purpose, wanted);
  if (actor.kind === "staff" && actor.reach !== "all") await replaceBeyondReach(tx, purpose, wanted);
  const { [purpose]: hours } = await linkHours(tx, actor.organisationId);
  const rows = wanted.map((token) => ({
    id: newId(),
    login_id: token.loginId,
    staff_id: token.staffId,
    contact_id: token.contactId,
    company_id: token.companyId,
    email: token.email,
  }));
  await tx.execute(sql`
    INSERT INTO tokens (organisation_id, purpose, created_by, created_at, expires_at, id, login_id, staff_id, contact_id, company_id, email)
    SELECT ${actor.organisationId}, ${purpose}, ${actor.kind === "staff" ? actor.staffId : null}::uuid,
      ${clock.now().toISOString()}::timestamptz, ${hoursFromNow(hours).toISOString()}::timestamptz, *
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS token(id uuid, login_id uuid, staff_id uuid, contact_id uuid, company_id uuid, email text)`);
  return rows.map((row) => row.id);
}
