import type { z } from "zod";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { Refusal } from "@/lib/platform/errors";
import { endSession } from "@/lib/sessions/end-sessions";
import { listOpenSessions } from "@/lib/sessions/queries";
import type { endOwnSessionInput } from "./input";

/** Ends one of the asking staff user's own sessions. */
export async function endOwnStaffSession(
  { tx, actor }: { tx: Tx; actor: StaffActor },
  input: z.output<typeof endOwnSessionInput>,
): Promise<null> {
  const own = await listOpenSessions(tx, { staffId: actor.staffId });
  if (!own.some((session) => session.id === input.sessionId))
    throw new Refusal("not-found", "That session is not yours or has ended.");
  await endSession(tx, input.sessionId, "ended by its owner");
  return null;
}
