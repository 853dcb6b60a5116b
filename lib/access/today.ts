import { sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { organisations } from "@/db/schema";
import { dayIn } from "./days";

/** The calendar day at that moment where the organisation is, by which last days are judged. */
export async function findToday(tx: Tx, at: Date): Promise<string> {
  const [own] = await tx
    .select({ timeZone: organisations.timeZone })
    .from(organisations)
    .where(sql`${organisations.id} = app_organisation()`)
    .prepare("time zone of the organisation")
    .execute();
  return dayIn(own?.timeZone ?? "UTC", at);
}
