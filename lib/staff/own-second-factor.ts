import { and, eq, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import type { StaffActor } from "@/db/actor";
import { asActor, type Tx } from "@/db/as-actor";
import { organisations, staffRecoveryCodes, staffTotp, staffUsers } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { clock } from "@/lib/platform/clock";
import { Refusal } from "@/lib/platform/errors";
import { hashSecret } from "@/lib/platform/ids";
import { endStaffSessions } from "@/lib/sessions/end-sessions";
import { countAct, forgetAttempts } from "@/lib/throttle/throttle";
import { demandOwnPassword } from "./demand-own-password";
import type { codeInput, currentPasswordInput, removeSecondFactorInput } from "./input";
import { staffKey } from "./people";
import { mailSecondFactor, takeSecondFactor } from "./second-factor";
import {
  newRecoveryCode,
  newTotpSecret,
  openTotp,
  plainRecoveryCode,
  RECOVERY_CODES,
  sealTotp,
  stepOfCode,
  totpCard,
} from "./totp";
import { CODE_REFUSED, useCode } from "./use-code";

const HOUR = 3600;
const WHY = "second factor of its owner";

type Owner = { actor: StaffActor; session: { sessionId: string } };

const isOn = () =>
  new Refusal("conflict", "Your second factor is on already. Remove it first to use another app.");
const wrongCode = () => new Refusal("invalid", CODE_REFUSED, { code: CODE_REFUSED });

/** How the second factor of the asking staff user stands: off, waiting for the first code of the app (with what the app needs), or on. */
export async function findOwnSecondFactor(tx: Tx, { staffId }: StaffActor) {
  const [found] = await tx
    .select({
      sealed: staffTotp.sealedSecret,
      since: staffTotp.confirmedAt,
      email: staffUsers.email,
      organisation: organisations.name,
      codesLeft: sql<number>`(SELECT count(*)::int FROM ${staffRecoveryCodes} c
        WHERE c.organisation_id = ${staffTotp.organisationId} AND c.staff_id = ${staffTotp.staffId} AND c.used_at IS NULL)`,
    })
    .from(staffTotp)
    .innerJoin(
      staffUsers,
      and(eq(staffUsers.organisationId, staffTotp.organisationId), eq(staffUsers.id, staffTotp.staffId)),
    )
    .innerJoin(organisations, eq(organisations.id, staffTotp.organisationId))
    .where(eq(staffTotp.staffId, staffId));
  if (!found) return { kind: "off" } as const;
  if (found.since) return { kind: "on", since: found.since, codesLeft: found.codesLeft } as const;
  const secret = openTotp(staffId, found.sealed);
  if (!secret) return { kind: "off" } as const;
  return { kind: "waiting", card: totpCard(secret, found.email, found.organisation) } as const;
}

/** Makes a secret for the asking staff user's app, by their password; nothing is asked of them until a code of it was confirmed. */
export async function startSecondFactor(
  { actor }: Owner,
  { current }: z.output<typeof currentPasswordInput>,
): Promise<null> {
  const { email, hasSecondFactor } = await demandOwnPassword(actor, current, WHY);
  // Before attempts are forgotten: whoever knows the password, but has no code, could else guess on and on.
  if (hasSecondFactor) throw isOn();
  await forgetAttempts(staffKey(email));
  const { organisationId, staffId } = actor;
  const sealedSecret = sealTotp(staffId, newTotpSecret());
  return asActor(actor, async (tx) => {
    const begun = await tx
      .insert(staffTotp)
      .values({ organisationId, staffId, sealedSecret })
      .onConflictDoUpdate({
        target: [staffTotp.organisationId, staffTotp.staffId],
        set: { sealedSecret, createdAt: clock.now() },
        setWhere: isNull(staffTotp.confirmedAt),
      })
      .returning({ staffId: staffTotp.staffId });
    if (begun.length === 0) throw isOn();
    return null;
  });
}

/**
 * Takes a code of the app and answers a fresh set of recovery codes, shown this once; earlier ones stop working. The first code also turns
 * the second factor on and ends the other sessions, which were opened without it.
 */
export async function issueRecoveryCodes(
  { actor, session }: Owner,
  { code }: z.output<typeof codeInput>,
): Promise<{ codes: string[] }> {
  const { staffId, name } = actor;
  await countAct("own-second-factor", staffId, 20, HOUR);
  return asActor(actor, async (tx) => {
    const [known] = await tx.select().from(staffTotp).where(eq(staffTotp.staffId, staffId)).for("update");
    if (!known) throw new Refusal("conflict", "Begin anew: there is nothing to confirm yet.");
    if (known.confirmedAt) {
      if ((await useCode(tx, staffId, code)) !== "app") throw wrongCode();
      await record(tx, actor, { act: "staff.recovery-codes-made", staffId, subject: name });
    } else {
      await turnOn(tx, actor, known, code);
      await endStaffSessions(tx, staffId, "second factor set up", session.sessionId);
    }
    return { codes: await replaceCodes(tx, actor) };
  });
}

async function turnOn(
  tx: Tx,
  actor: StaffActor,
  known: { sealedSecret: Buffer },
  code: string,
): Promise<void> {
  const { staffId, name } = actor;
  const now = clock.now();
  const secret = openTotp(staffId, known.sealedSecret);
  const step = secret ? stepOfCode(secret, code, now) : null;
  if (step === null) throw wrongCode();
  await tx.update(staffTotp).set({ confirmedAt: now, lastStep: step }).where(eq(staffTotp.staffId, staffId));
  await tx.update(staffUsers).set({ secondFactorSince: now }).where(eq(staffUsers.id, staffId));
  const on = { before: { secondFactor: false }, after: { secondFactor: true } };
  await record(tx, actor, { act: "staff.second-factor-set-up", staffId, subject: name, ...on });
  await mailSecondFactor(tx, actor, staffId, "second-factor-set-up");
}

async function replaceCodes(tx: Tx, { organisationId, staffId }: StaffActor): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
  await tx.delete(staffRecoveryCodes).where(eq(staffRecoveryCodes.staffId, staffId));
  await tx
    .insert(staffRecoveryCodes)
    .values(codes.map((code) => ({ organisationId, staffId, hash: hashSecret(plainRecoveryCode(code)) })));
  return codes;
}

/** Removes the asking staff user's second factor, by their password and a code of it. */
export async function removeOwnSecondFactor(
  { actor }: Owner,
  { current, code }: z.output<typeof removeSecondFactorInput>,
): Promise<null> {
  const { email } = await demandOwnPassword(actor, current, WHY);
  await asActor(actor, async (tx) => {
    if (!(await useCode(tx, actor.staffId, code))) throw wrongCode();
    await takeSecondFactor(tx, actor, { id: actor.staffId, name: actor.name });
  });
  await forgetAttempts(staffKey(email));
  return null;
}
