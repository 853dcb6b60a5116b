import type { z } from "zod";
import type { ActionError } from "@/lib/auth/action-result";
import type { Stale } from "@/lib/platform/inputs";

/** What a refusal says of a newer save, as `schema` reads it, or null when that was not the reason. */
export function staleIn<Newer extends Stale>(
  refusal: ActionError | undefined,
  schema: z.ZodType<Newer>,
): Newer | null {
  return (refusal?.code === "stale" && schema.safeParse(refusal.details).data) || null;
}
