import type { z } from "zod";
import type { ContactActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { record } from "@/lib/audit/record";
import { Refusal } from "@/lib/platform/errors";
import { endSession } from "@/lib/sessions/end-sessions";
import { listOpenSessions } from "@/lib/sessions/queries";
import type { endContactSessionInput } from "./input";

type Context = { tx: Tx; actor: ContactActor; session: { organisation: { slug: string } } };

/** Ends one of the asking contact's own sessions, on whichever device it is. */
export async function endOwnContactSession(
  { tx, actor, session }: Context,
  { sessionId }: z.output<typeof endContactSessionInput>,
) {
  const { contactId, companyId, name } = actor;
  const own = await listOpenSessions(tx, { loginId: actor.loginId });
  if (!own.some(({ id }) => id === sessionId))
    throw new Refusal("not-found", "That session is not yours or has ended.");
  await endSession(tx, sessionId, "ended by its owner");
  await record(tx, actor, { act: "contact.session-ended", contactId, companyId, subject: name });
  return { slug: session.organisation.slug };
}
