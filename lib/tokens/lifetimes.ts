import { eq } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { organisations } from "@/db/schema";
import { Refusal } from "@/lib/platform/errors";
import type { TokenPurpose } from "./purposes";

/** For how many hours the organisation's links work, by what they are for, counted from the moment their e-mails are rendered. */
export async function linkHours(tx: Tx, organisationId: string): Promise<Record<TokenPurpose, number>> {
  const [own] = await tx
    .select({ days: organisations.activationLinkDays, resetHours: organisations.resetLinkHours })
    .from(organisations)
    .where(eq(organisations.id, organisationId));
  if (!own) throw new Refusal("not-found", "This organisation is gone.");
  const [activation, reset] = [own.days * 24, own.resetHours];
  return {
    activation,
    "staff-activation": activation,
    "contact-reset": reset,
    "staff-reset": reset,
  };
}
