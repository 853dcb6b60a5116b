import type { z } from "zod";
import type { StaffActor } from "@/db/actor";
import { asSystem, type Tx } from "@/db/as-actor";
import { accessRequests } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { enqueueMails } from "@/lib/mail/enqueue";
import { clock } from "@/lib/platform/clock";
import { Refusal, violatedConstraint } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { countAct } from "@/lib/throttle/throttle";
import type { requestAccessInput } from "./input";
import { listAdministrators } from "./queries";

const DAY_SECONDS = 86_400;

/**
 * Asks the administrators for access to companies and tells them by e-mail; once until they have answered, and at most three times a
 * day. Done as the system, because whoever may see little may not write to administrators either.
 */
export async function requestAccess(
  { actor }: { actor: StaffActor },
  { message }: z.output<typeof requestAccessInput>,
): Promise<null> {
  await countAct("ask for access", actor.staffId, 3, DAY_SECONDS);
  return asSystem("telling administrators who asks for access", actor.organisationId, async (tx) => {
    const { organisationId, staffId } = actor;
    const row = { organisationId, id: newId(), staffId, message, createdAt: clock.now() };
    await tx.insert(accessRequests).values(row).catch(refuseSecond);
    await record(tx, actor, { act: "access-request.made", subject: actor.name, staffId, after: { message } });
    await tell(tx, actor, message);
    return null;
  });
}

async function tell(tx: Tx, { organisationId, name }: StaffActor, message: string): Promise<void> {
  const administrators = await listAdministrators(tx);
  await enqueueMails(
    tx,
    administrators.map((to) => ({
      ...{ organisationId, staffId: to.id, to: { address: to.email, name: to.name } },
      template: "company-access-requested" as const,
      data: { person: name, words: message },
    })),
  );
}

function refuseSecond(error: unknown): never {
  if (violatedConstraint(error) === "access_requests_one_open")
    throw new Refusal(
      "conflict",
      "You have asked already. You are told as soon as an administrator answers.",
    );
  throw error;
}
