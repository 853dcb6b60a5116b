import { eq } from "drizzle-orm";
import { z } from "zod";
import { asSystem } from "@/db/as-actor";
import { tokens } from "@/db/schema";
import { addJob } from "@/lib/jobs/add-job";
import { countAct } from "@/lib/throttle/throttle";
import type { staffLinkInput } from "./input";
import { openStaffLink } from "./open-staff-link";
import { sendWayInTo } from "./request-staff-reset";

/** The job that looks up who asked from the page of an old invitation, after they were answered. */
export const SEND_FRESH_STAFF_LINK = "send-fresh-staff-link";

export const freshStaffLinkJob = z.object({ organisationId: z.uuid(), tokenId: z.uuid() });

const WHY = "fresh invitation";

/** Takes a request for a fresh link from somebody whose invitation no longer works; the answer is the same whatever it was. */
export async function requestFreshStaffLink(
  _: unknown,
  { secret }: z.output<typeof staffLinkInput>,
): Promise<null> {
  const link = await openStaffLink(secret);
  if (!link) return null;
  const { organisationId, token } = link;
  await countAct("fresh-link", token.id, 6, 3600);
  await asSystem(WHY, organisationId, (tx) =>
    addJob(tx, SEND_FRESH_STAFF_LINK, { organisationId, tokenId: token.id }, token.id),
  );
  return null;
}

/** Sends the holder of an old invitation what lets them in; nothing goes to any address but the one that link went to. */
export function sendFreshStaffLink({ organisationId, tokenId }: z.output<typeof freshStaffLinkJob>) {
  return asSystem(WHY, organisationId, async (tx, actor) => {
    const [token] = await tx
      .select({ staffId: tokens.staffId, email: tokens.email })
      .from(tokens)
      .where(eq(tokens.id, tokenId));
    if (token?.staffId) await sendWayInTo(tx, actor, token.staffId, token.email);
  });
}
