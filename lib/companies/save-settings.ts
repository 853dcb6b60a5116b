import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { companies } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { Refusal } from "@/lib/platform/errors";
import type { companySettingsInput } from "./settings-input";

/** Saves a company's settings; from the next event on its activity log goes by them. Changes nothing when they are so already. */
export async function saveSettings(
  { tx, actor }: { tx: Tx; actor: StaffActor },
  { companyId, logLevel }: z.output<typeof companySettingsInput>,
) {
  const [company] = await tx
    .select({ kind: companies.kind, name: companies.name, logLevel: companies.logLevel })
    .from(companies)
    .where(eq(companies.id, companyId))
    .for("no key update");
  if (!company) throw new Refusal("not-found", "There is no such company, or it is not yours to edit.");
  const { kind, name } = company;
  if (company.logLevel !== logLevel) {
    await tx.update(companies).set({ logLevel }).where(eq(companies.id, companyId));
    await record(tx, actor, {
      act: "company.settings-changed",
      ...{ subject: name, companyId },
      before: { logLevel: company.logLevel },
      after: { logLevel },
    });
  }
  return { id: companyId, kind, name };
}
