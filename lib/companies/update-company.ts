import { eq, sql } from "drizzle-orm";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { companies } from "@/db/schema";
import { logActivity } from "@/lib/activity/log-activity";
import { record } from "@/lib/audit/record";
import { clock } from "@/lib/platform/clock";
import { Refusal } from "@/lib/platform/errors";
import { companyColumns } from "./company-columns";
import { companyRefusal } from "./company-refusal";
import { changedColumns, type EditableCompany } from "./form-values";
import { nextCodes } from "./generate-code";
import type { CompanyKind, UpdateCompanyInput } from "./input";
import { staleRefusal } from "./stale-refusal";

type Updated = { id: string; kind: CompanyKind; name: string };

/** Saves a company as edited, unless somebody else saved it since the form was opened: then says what they changed. */
export async function updateCompany(
  { tx, actor }: { tx: Tx; actor: StaffActor },
  { id, version, base, ...input }: UpdateCompanyInput,
): Promise<Updated> {
  // Not "update": that would also shut out whoever makes this company a parent, and two at once would wait for each other.
  const [stored] = await tx.select().from(companies).where(eq(companies.id, id)).for("no key update");
  if (!stored) throw new Refusal("not-found", "There is no such company, or it is not yours to edit.");
  const { kind } = stored;
  const columns = await companyColumns(tx, kind, input, stored.parentId);
  if (stored.version !== version) throw await staleRefusal(tx, stored, columns, base);
  const code = columns.code || ((await nextCodes(tx, actor.organisationId, kind))[0] ?? "");
  const edited = { ...columns, code };
  const changes = changedColumns(stored, edited);
  if (changes) {
    await tx
      .update(companies)
      .set({
        ...edited,
        ...statusStory(stored, edited, actor),
        version: sql`${companies.version} + 1`,
        updatedAt: clock.now(),
      })
      .where(eq(companies.id, id))
      .catch(companyRefusal(kind, code));
    await record(tx, actor, { act: "company.updated", subject: edited.name, companyId: id, ...changes });
    if (stored.status !== edited.status) await logStatus(tx, actor, id, edited);
  }
  return { id, kind, name: edited.name };
}

const logStatus = (tx: Tx, actor: StaffActor, companyId: string, { status, statusReason }: EditableCompany) =>
  logActivity(tx, {
    ...{ companyId, level: "information", source: "company" },
    message: `${actor.name} set the status to ${status}${statusReason ? `: ${statusReason}` : ""}`,
  });

/** Who set the status and when, if it is not what it was. */
function statusStory(stored: EditableCompany, edited: EditableCompany, actor: StaffActor) {
  if (stored.status === edited.status) return {};
  return { statusChangedAt: clock.now(), statusChangedBy: actor.staffId };
}
