import { z } from "zod";
import { idInput, tickInput } from "@/lib/platform/inputs";

/** Switching the portal on or off for a company. */
export const setServicesInput = z.object({ companyId: idInput, on: tickInput });

export type SetServicesInput = z.output<typeof setServicesInput>;
