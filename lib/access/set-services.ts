import { eq } from "drizzle-orm";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { companies } from "@/db/schema";
import { logActivity } from "@/lib/activity/log-activity";
import { record } from "@/lib/audit/record";
import { Refusal } from "@/lib/platform/errors";
import { appendChange } from "./append-change";
import type { SetServicesInput } from "./input";
import { SERVICES } from "./permissions";
import { loadServicesOf } from "./queries";

/** Switches the portal on or off for one company; changes nothing when it is so already. */
export async function setServices(
  { tx, actor }: { tx: Tx; actor: StaffActor },
  { companyId, on }: SetServicesInput,
): Promise<{ on: boolean }> {
  const [company] = await tx
    .select({ name: companies.name, audience: companies.kind })
    .from(companies)
    .where(eq(companies.id, companyId));
  if (!company) throw new Refusal("not-found", "There is no such company.");
  const before = (await loadServicesOf(tx, [companyId])).get(companyId)?.on ?? false;
  if (before === on) return { on };
  const entry = {
    scope: "company",
    companyId,
    audience: company.audience,
    permission: SERVICES,
    effect: on ? "allow" : "deny",
  } as const;
  const summary = `Services ${on ? "on" : "off"} for ${company.name}`;
  const changeId = await appendChange(tx, actor, { summary, entries: [entry] });
  await record(tx, actor, {
    act: on ? "company.services-on" : "company.services-off",
    subject: company.name,
    companyId,
    before: { services: before },
    after: { services: on, changeId },
  });
  await logActivity(tx, {
    ...{ companyId, level: "information", source: "access" },
    message: `${actor.name} switched Services ${on ? "on" : "off"}`,
    details: { change: String(changeId) },
  });
  return { on };
}
