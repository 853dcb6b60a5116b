import { timingSafeEqual } from "node:crypto";
import { sql } from "drizzle-orm";
import type { z } from "zod";
import { asSystem } from "@/db/as-actor";
import { organisations, staffRoles, staffUsers } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { hashPassword } from "@/lib/passwords/hash";
import { passwordProblem } from "@/lib/passwords/policy";
import { clock } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { Refusal } from "@/lib/platform/errors";
import { hashSecret, newId } from "@/lib/platform/ids";
import type { setUpInput } from "./input";

/** Whether `token` is the one that was printed when this process started on a bare database. */
export function isSetUpToken(token: string): boolean {
  const expected = env().SETUP_TOKEN_HASH;
  if (!expected) return false;
  const [given, known] = [Buffer.from(hashSecret(token)), Buffer.from(expected)];
  return given.length === known.length && timingSafeEqual(given, known);
}

/** Creates the first organisation and its administrator on a bare database; refused once there is one. */
export async function setUp(_: unknown, input: z.output<typeof setUpInput>) {
  if (!isSetUpToken(input.token))
    throw new Refusal(
      "forbidden",
      "This set-up address is not valid. Use the one that was printed when Portico started.",
    );
  const problem = passwordProblem(input.password, [input.email, input.name, input.organisationName]);
  if (problem) throw new Refusal("invalid", "Choose another password.", { password: problem });
  const passwordHash = await hashPassword(input.password);
  return asSystem("set-up", newId(), async (tx, actor) => {
    const organisationId = actor.organisationId;
    // Two people on the set-up page at once: the second waits here and then finds the first one's organisation.
    await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended('set-up', 0))`);
    await refuseSecond();
    await tx.insert(organisations).values({
      id: organisationId,
      slug: input.slug,
      name: input.organisationName,
      timeZone: input.timeZone,
    });
    const staffId = newId();
    await tx.insert(staffUsers).values({
      organisationId,
      id: staffId,
      email: input.email,
      name: input.name,
      passwordHash,
      passwordSetAt: clock.now(),
    });
    await tx.insert(staffRoles).values({ organisationId, staffId, role: "administrator" });
    await record(tx, actor, { act: "organisation.created", subject: input.organisationName, staffId });
    return { email: input.email };
  });
}

async function refuseSecond(): Promise<void> {
  const taken = await asSystem("set-up", "any", (tx) =>
    tx.select({ id: organisations.id }).from(organisations).limit(1),
  );
  if (taken.length > 0) throw new Refusal("conflict", "Portico is set up already. Sign in instead.");
}
