import { z } from "zod";
import { idInput } from "@/lib/platform/inputs";

/** Asks for a verification after the one that the page showed, so that pressing twice asks once. */
export const verifyAuditInput = z.object({ after: z.union([z.literal("none"), idInput]) });
