import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { SystemActor } from "@/db/actor";
import { asSystem, type Tx } from "@/db/as-actor";
import { staffRoles, staffUsers } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { findPortal } from "@/lib/organisations/queries";
import { Refusal, violatedConstraint } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { createToken } from "@/lib/tokens/create-token";
import { tokenUrl } from "@/lib/tokens/links";
import { mintSecret } from "@/lib/tokens/mint-secrets";
import type { TokenPurpose } from "@/lib/tokens/purposes";
import type { administratorInput } from "./input";
import { findStaffByEmail } from "./queries";

const WHY = "by an operator";
const ROLE = "administrator";

/** Whom an operator let in, and the link that is to be handed to them. */
export type LetIn = { name: string; link: string };

/** Adds an administrator to an organisation, and gives the link with which they choose their first password. */
export async function createAdministrator({
  organisation,
  email,
  name,
}: z.output<typeof administratorInput>): Promise<LetIn> {
  const found = await findPortal(organisation);
  if (!found) throw new Refusal("not-found", `There is no organisation “${organisation}”.`);
  return asSystem(WHY, found.id, async (tx, actor) => {
    const organisationId = found.id;
    const staffId = newId();
    await tx
      .insert(staffUsers)
      .values({ organisationId, id: staffId, email, name })
      .catch((error: unknown) => {
        if (violatedConstraint(error) !== "staff_users_email_unique") throw error;
        throw new Refusal(
          "conflict",
          `Somebody signs in as ${email} already. “administrator reset” gives them a new password.`,
        );
      });
    await tx.insert(staffRoles).values({ organisationId, staffId, role: ROLE });
    await record(tx, actor, {
      act: "staff.invited",
      staffId,
      subject: name,
      after: { email, roles: [ROLE] },
    });
    return { name, link: await linkFor(tx, actor, "staff-activation", { staffId, email }) };
  });
}

/** Gives the link with which a member of staff chooses a new password; `promote` makes them an active administrator first. */
export async function resetByOperator({
  email,
  promote,
}: {
  email: string;
  promote: boolean;
}): Promise<LetIn & { isAdministrator: boolean }> {
  const found = await asSystem(WHY, "any", (tx) => findStaffByEmail(tx, email));
  if (!found)
    throw new Refusal(
      "not-found",
      `Nobody signs in as ${email}. “administrator create” adds an administrator.`,
    );
  const { organisationId, id: staffId, name } = found;
  if (!found.isActive && !promote)
    throw new Refusal("conflict", `${name} is deactivated. --promote makes them an active administrator.`);
  return asSystem(WHY, organisationId, async (tx, actor) => {
    if (promote) await makeAdministrator(tx, actor, { staffId, name });
    await record(tx, actor, { act: "staff.reset-requested", staffId, subject: name });
    const link = await linkFor(tx, actor, "staff-reset", { staffId, email });
    return { name, link, isAdministrator: promote || (await isAdministrator(tx, staffId)) };
  });
}

async function makeAdministrator(
  tx: Tx,
  actor: SystemActor,
  { staffId, name }: { staffId: string; name: string },
): Promise<void> {
  await tx
    .update(staffUsers)
    .set({ deactivatedAt: null, deactivatedBy: null })
    .where(eq(staffUsers.id, staffId));
  if (await isAdministrator(tx, staffId)) return;
  await tx.insert(staffRoles).values({ organisationId: actor.organisationId, staffId, role: ROLE });
  await record(tx, actor, { act: "staff.roles-changed", staffId, subject: name, after: { roles: [ROLE] } });
}

async function isAdministrator(tx: Tx, staffId: string): Promise<boolean> {
  const found = await tx
    .select({ role: staffRoles.role })
    .from(staffRoles)
    .where(and(eq(staffRoles.staffId, staffId), eq(staffRoles.role, ROLE)));
  return found.length > 0;
}

// The only links that are not e-mailed: the operator is who makes e-mail work in the first place.
async function linkFor(
  tx: Tx,
  actor: SystemActor,
  purpose: TokenPurpose,
  owner: { staffId: string; email: string },
): Promise<string> {
  const tokenId = await createToken(tx, actor, { purpose, ...owner });
  return tokenUrl(purpose, "", await mintSecret(tx, { organisationId: actor.organisationId, tokenId }));
}
