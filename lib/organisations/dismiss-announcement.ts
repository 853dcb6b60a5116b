import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/as-actor";
import { sessions } from "@/db/schema";
import type { Announcement } from "@/db/schema/organisations";
import type { Audience } from "@/lib/access/permissions";
import { clock } from "@/lib/platform/clock";
import { Refusal } from "@/lib/platform/errors";
import type { dismissInput } from "./portal-input";

type Announcements = Partial<Record<Audience, Announcement>>;

/** The announcement that a reader of this portal sees now: begun, not ended, and not put away. */
export function announcementNow(
  announcements: Announcements,
  audience: Audience,
  dismissed: string | null,
): Announcement | null {
  const said = announcements[audience];
  const now = clock.now();
  if (!said || said.id === dismissed) return null;
  if (said.from && new Date(said.from) > now) return null;
  return said.until && new Date(said.until) <= now ? null : said;
}

type Session = {
  sessionId: string;
  organisation: { announcements: Announcements };
  contact: { kind: Audience };
};

/** Puts the announcement away for as long as the session lasts. */
export async function dismissAnnouncement(
  { tx, session }: { tx: Tx; session: Session },
  { announcement }: z.output<typeof dismissInput>,
): Promise<null> {
  if (session.organisation.announcements[session.contact.kind]?.id !== announcement)
    throw new Refusal("not-found", "This announcement is not there any more.");
  await tx
    .update(sessions)
    .set({ dismissedAnnouncement: announcement })
    .where(eq(sessions.id, session.sessionId));
  return null;
}
