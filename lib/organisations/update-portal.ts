import type { z } from "zod";
import type { Audience } from "@/lib/access/permissions";
import { hiddenLabels, knownOf, type portalInput } from "./portal-input";
import { savePart, type Context, type Part } from "./save-part";

type Values = { hidden: string[] };

/** What a portal's page keeps of its tabs and buttons. */
export const portalPart = (audience: Audience): Part<Values> => ({
  name: `${audience}Portal`,
  act: `organisation.${audience}-portal-changed`,
  read: ({ hidden }) => ({ hidden: knownOf(audience, hidden) }),
  write: ({ hidden }, row) => ({
    hidden: [...row.hidden.filter((name) => !name.startsWith(`${audience}.`)), ...hidden],
  }),
  words: { hidden: hiddenLabels },
});

/** Hides exactly these tabs and buttons of a portal, by address and by act as well, from the next request on. */
export const updatePortal = (context: Context, { version, audience, hidden }: z.output<typeof portalInput>) =>
  savePart<Values>(context, portalPart(audience), version, { hidden: knownOf(audience, hidden) });
