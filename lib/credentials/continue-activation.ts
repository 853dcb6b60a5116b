import type { z } from "zod";
import { asSystem } from "@/db/as-actor";
import { logActivity } from "@/lib/activity/log-activity";
import { noteOpened } from "@/lib/tokens/note-opened";
import type { linkInput } from "./input";
import { demandLink } from "./open-link";

/** Notes that a person, not a mail scanner, went on from an activation link; the link stays as good as it was. */
export async function continueActivation(_: unknown, input: z.output<typeof linkInput>): Promise<null> {
  const { organisationId, token, owner } = await demandLink(input, "activation");
  await asSystem("activation link opened", organisationId, async (tx) => {
    if (!(await noteOpened(tx, token.id))) return;
    const { companyId, contactId, name } = owner;
    await logActivity(tx, {
      ...{ companyId, contactId, level: "information", source: "activation" },
      message: `${name} opened their activation link`,
    });
  });
  return null;
}
