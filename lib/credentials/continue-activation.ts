import type { z } from "zod";
import { asSystem } from "@/db/as-actor";
import { noteOpened } from "@/lib/tokens/note-opened";
import type { linkInput } from "./input";
import { demandLink } from "./open-link";

/** Notes that a person, not a mail scanner, went on from an activation link; the link stays as good as it was. */
export async function continueActivation(_: unknown, input: z.output<typeof linkInput>): Promise<null> {
  const { organisationId, token } = await demandLink(input, "activation");
  await asSystem("activation link opened", organisationId, (tx) => noteOpened(tx, token.id));
  return null;
}
