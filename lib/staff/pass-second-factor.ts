import { eq } from "drizzle-orm";
import type { z } from "zod";
import { asSystem } from "@/db/as-actor";
import { staffUsers } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { Refusal } from "@/lib/platform/errors";
import type { Origin } from "@/lib/sessions/open-session";
import { countAttempt } from "@/lib/throttle/throttle";
import type { codeInput } from "./input";
import { staffKey } from "./people";
import { enter, passwordMark, type AwaitedCode } from "./sign-in-staff";
import { CODE_REFUSED, useCode } from "./use-code";

const WHY = "staff sign-in, second step";

/** Signs in somebody whose password was right a moment ago, by a code of their app or a recovery code; counted like a password. */
export async function passSecondFactor(
  origin: Origin,
  awaited: AwaitedCode,
  { code }: z.output<typeof codeInput>,
) {
  const { organisationId, staffId } = awaited;
  const [staff] = await asSystem(WHY, organisationId, (tx) =>
    tx.select().from(staffUsers).where(eq(staffUsers.id, staffId)),
  );
  const isSame = staff?.passwordHash != null && passwordMark(staff.passwordHash) === awaited.mark;
  if (!staff || !isSame || staff.deactivatedAt || !staff.secondFactorSince)
    throw new Refusal("expired", "Something changed since you entered your password. Sign in again.");
  const { name, email, passwordHash } = staff;
  await countAttempt(staffKey(email));
  const used = await asSystem(WHY, organisationId, async (tx) => {
    const kind = await useCode(tx, staffId, code);
    const author = { kind: "staff", organisationId, staffId, name, reach: "all", roles: [] } as const;
    if (kind === "recovery")
      await record(tx, author, { act: "staff.recovery-code-used", staffId, subject: name });
    return kind;
  });
  if (!used) throw new Refusal("unauthenticated", CODE_REFUSED);
  return enter(origin, staffKey(email), {
    ...{ organisationId, id: staffId, name, passwordHash },
    ...{ isActive: true, hasSecondFactor: true },
  });
}
