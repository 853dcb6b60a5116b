import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { asSystem } from "@/db/as-actor";
import { staffUsers } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { demandLength } from "@/lib/passwords/demand-length";
import { hashPassword } from "@/lib/passwords/hash";
import { passwordProblem } from "@/lib/passwords/policy";
import { clock } from "@/lib/platform/clock";
import { Refusal } from "@/lib/platform/errors";
import { openSession, type Origin } from "@/lib/sessions/open-session";
import { forgetAttemptsIn } from "@/lib/throttle/attempts";
import { endLinks } from "@/lib/tokens/end-links";
import { noteOpened } from "@/lib/tokens/note-opened";
import { useToken } from "@/lib/tokens/use-token";
import type { activateStaffInput, staffLinkInput } from "./input";
import { demandStaffLink, hasPassword } from "./open-staff-link";
import { staffKey } from "./people";

/** Notes that a person, not a mail scanner, went on from an invitation; the link stays as good as it was. */
export async function continueStaffActivation(
  _: unknown,
  { secret }: z.output<typeof staffLinkInput>,
): Promise<null> {
  const { organisationId, token } = await demandStaffLink(secret);
  await asSystem("invitation opened", organisationId, (tx) => noteOpened(tx, token.id));
  return null;
}

/** Sets the password that an invited colleague chose and signs them in; by each link once. */
export async function activateStaff(origin: Origin, input: z.output<typeof activateStaffInput>) {
  const { organisationId, organisationName, token, owner } = await demandStaffLink(input.secret);
  const { id: staffId, name } = owner;
  const problem = passwordProblem(input.password, [token.email, name, organisationName]);
  if (problem) throw new Refusal("invalid", "Choose another password.", { password: problem });
  const passwordHash = await hashPassword(input.password);
  return asSystem("invitation taken up", organisationId, async (tx) => {
    await demandLength(tx, input.password);
    await useToken(tx, token.id);
    const now = clock.now();
    const written = await tx
      .update(staffUsers)
      .set({ passwordHash, passwordSetAt: now, lastSignInAt: now })
      .where(and(eq(staffUsers.id, staffId), isNull(staffUsers.passwordHash)));
    if (written.rowCount !== 1) throw hasPassword();
    await endLinks(tx, { staffId });
    await forgetAttemptsIn(tx, staffKey(token.email));
    const author = { kind: "staff", organisationId, staffId, name } as const;
    await record(
      tx,
      { ...author, reach: "all", roles: [] },
      { act: "staff.activated", staffId, subject: name },
    );
    return { organisationId, sessionId: await openSession(tx, author, origin) };
  });
}
