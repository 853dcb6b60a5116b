import type { z } from "zod";
import type { Announcement } from "@/db/schema/organisations";
import { localText, momentOf } from "@/lib/platform/local-moments";
import type { Audience } from "@/lib/access/permissions";
import { newId } from "@/lib/platform/ids";
import type { announcementInput } from "./portal-input";
import { savePart, type Context, type OrganisationRow, type Part } from "./save-part";

type Values = { text: string; level: Announcement["level"]; from: string; until: string };

const local = (moment: string | null | undefined, timeZone: string) =>
  moment ? localText(new Date(moment), timeZone) : "";

const moment = (text: string, timeZone: string) => momentOf(text, timeZone)?.toISOString() ?? null;

/** What a portal's page keeps of its announcement, with times as the organisation's clocks show them. */
export const announcementPart = (audience: Audience): Part<Values> => ({
  name: `${audience}Announcement`,
  act: `organisation.${audience}-announcement-changed`,
  read: ({ announcements, timeZone }) => {
    const { text = "", level = "info", from, until } = announcements[audience] ?? {};
    return { text, level, from: local(from, timeZone), until: local(until, timeZone) };
  },
  write: (values, row) => ({ announcements: { ...row.announcements, [audience]: made(values, row) } }),
});

// Changed, it is another one: whoever had put it away reads it again.
function made({ text, level, from, until }: Values, { timeZone }: OrganisationRow): Announcement | undefined {
  if (text === "") return undefined;
  return { id: newId(), text, level, from: moment(from, timeZone), until: moment(until, timeZone) };
}

/** Puts an announcement on top of a portal, from and until when it says; without a text it takes down the one that is there. */
export const announce = (
  context: Context,
  { version, audience, ...typed }: z.output<typeof announcementInput>,
) => savePart<Values>(context, announcementPart(audience), version, typed);
