import { z } from "zod";
import { idInput, tickInput } from "@/lib/platform/inputs";

/** Switching the portal on or off for a company. */
export const setServicesInput = z.object({ companyId: idInput, on: tickInput });

export type SetServicesInput = z.output<typeof setServicesInput>;

/** Which change to undo or redo. */
export const changeIdInput = z.object({
  id: z.coerce
    .number({ error: "This does not name a change." })
    .int({ error: "This does not name a change." })
    .min(1, { error: "This does not name a change." })
    .max(Number.MAX_SAFE_INTEGER, { error: "This does not name a change." }),
});

export type ChangeIdInput = z.output<typeof changeIdInput>;
