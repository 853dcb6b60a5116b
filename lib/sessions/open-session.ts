import type { Tx } from "@/db/as-actor";
import { sessions } from "@/db/schema";
import { clock, minutesFromNow } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";

/** Where a request came from, as far as it says. */
export type Origin = { address: string; userAgent: string };

type Owner =
  | { kind: "staff"; organisationId: string; staffId: string }
  | { kind: "contact"; organisationId: string; loginId: string; contactId: string };

/** Opens a session and returns its id; absolute limit 12 h for staff and 24 h for contacts unless configured. */
export async function openSession(tx: Tx, owner: Owner, origin: Origin): Promise<string> {
  const id = newId();
  const limit = owner.kind === "staff" ? env().STAFF_SESSION_MINUTES : env().CONTACT_SESSION_MINUTES;
  await tx.insert(sessions).values({
    ...owner,
    id,
    address: origin.address.slice(0, 60),
    userAgent: origin.userAgent.slice(0, 300),
    createdAt: clock.now(),
    lastSeenAt: clock.now(),
    expiresAt: minutesFromNow(limit),
  });
  return id;
}
