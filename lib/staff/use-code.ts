import { and, eq, isNotNull, isNull, lt } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { staffRecoveryCodes, staffTotp } from "@/db/schema";
import { clock } from "@/lib/platform/clock";
import { hashSecret } from "@/lib/platform/ids";
import { openTotp, plainRecoveryCode, stepOfCode } from "./totp";

/** The one answer to every code that does not open an account. */
export const CODE_REFUSED =
  "This code does not work. Wait for the next one in your app, check the time on that device, or use a recovery code that you have not used yet.";

/** Takes a code of the app, once: the statement decides which of two with the same code was first. */
async function useAppCode(tx: Tx, staffId: string, code: string): Promise<boolean> {
  const [known] = await tx
    .select()
    .from(staffTotp)
    .where(and(eq(staffTotp.staffId, staffId), isNotNull(staffTotp.confirmedAt)));
  const secret = known && openTotp(staffId, known.sealedSecret);
  const step = secret ? stepOfCode(secret, code, clock.now()) : null;
  if (step === null) return false;
  const used = await tx
    .update(staffTotp)
    .set({ lastStep: step })
    .where(and(eq(staffTotp.staffId, staffId), lt(staffTotp.lastStep, step)))
    .returning({ step: staffTotp.lastStep });
  return used.length > 0;
}

async function useRecoveryCode(tx: Tx, staffId: string, code: string): Promise<boolean> {
  const used = await tx
    .update(staffRecoveryCodes)
    .set({ usedAt: clock.now() })
    .where(
      and(
        eq(staffRecoveryCodes.staffId, staffId),
        eq(staffRecoveryCodes.hash, hashSecret(plainRecoveryCode(code))),
        isNull(staffRecoveryCodes.usedAt),
      ),
    )
    .returning({ hash: staffRecoveryCodes.hash });
  return used.length > 0;
}

/** Uses a code of somebody's app, or one of their recovery codes, up; null when it is neither, or was used before. */
export async function useCode(tx: Tx, staffId: string, code: string): Promise<"app" | "recovery" | null> {
  if (await useAppCode(tx, staffId, code)) return "app";
  return (await useRecoveryCode(tx, staffId, code)) ? "recovery" : null;
}
