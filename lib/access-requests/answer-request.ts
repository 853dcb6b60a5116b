import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { z } from "zod";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { accessRequests, assignments, companies, staffUsers } from "@/db/schema";
import { recordAll } from "@/lib/audit/record";
import { enqueueMail } from "@/lib/mail/enqueue";
import { clock } from "@/lib/platform/clock";
import { Refusal } from "@/lib/platform/errors";
import type { declineRequestInput, grantRequestInput } from "./input";

type Context = { tx: Tx; actor: StaffActor };
type Answer = { outcome: "granted" | "declined"; answer: string };
type Company = { id: string; name: string };

/** Grants whoever asked access to companies, each named by its ID, and tells them; nothing is granted when one ID is not known. */
export async function grantRequest(
  { tx, actor }: Context,
  { requestId, codes, level }: z.output<typeof grantRequestInput>,
) {
  const found = await findCompanies(tx, codes);
  const names = found.map(({ name }) => name).join(", ");
  const asker = await close({ tx, actor }, requestId, { outcome: "granted", answer: names });
  const ids = found.map(({ id }) => id);
  const raised = level === "administrator" ? await raise({ tx, actor }, asker.id, ids) : [];
  const { organisationId } = actor;
  const added = await tx
    .insert(assignments)
    .values(
      ids.map((companyId) => ({
        ...{ organisationId, staffId: asker.id, companyId, level, grantedBy: actor.staffId },
      })),
    )
    .onConflictDoNothing()
    .returning({ companyId: assignments.companyId });
  const about = { subject: asker.name, staffId: asker.id, after: { level } };
  await recordAll(tx, actor, [
    ...raised.map(({ companyId }) => ({
      ...{ ...about, companyId, act: "company.assignment-changed", before: { level: "member" } },
    })),
    ...added.map(({ companyId }) => ({
      ...{ ...about, companyId, act: "company.assigned", before: { level: "none" } },
    })),
  ]);
  return { name: asker.name };
}

/** Makes a member of companies an administrator of them; answers of which. */
const raise = ({ tx, actor }: Context, staffId: string, companyIds: string[]) =>
  tx
    .update(assignments)
    .set({ level: "administrator", grantedBy: actor.staffId })
    .where(
      and(
        eq(assignments.staffId, staffId),
        eq(assignments.level, "member"),
        inArray(assignments.companyId, companyIds),
      ),
    )
    .returning({ companyId: assignments.companyId });

/** Declines a request with a word, which whoever asked is told. */
export async function declineRequest(
  context: Context,
  { requestId, answer }: z.output<typeof declineRequestInput>,
) {
  const asker = await close(context, requestId, { outcome: "declined", answer });
  return { name: asker.name };
}

/** Answers a request that is still open, so that of two answers one counts, and tells whoever asked. */
async function close({ tx, actor }: Context, requestId: string, { outcome, answer }: Answer) {
  const { organisationId, staffId: answeredBy } = actor;
  const [request] = await tx
    .update(accessRequests)
    .set({ outcome, answer, answeredBy, answeredAt: clock.now() })
    .where(and(eq(accessRequests.id, requestId), isNull(accessRequests.outcome)))
    .returning({ staffId: accessRequests.staffId });
  if (!request) throw new Refusal("conflict", "A colleague of yours has answered this request already.");
  const [asker] = await tx
    .select({ id: staffUsers.id, name: staffUsers.name, email: staffUsers.email })
    .from(staffUsers)
    .where(and(eq(staffUsers.id, request.staffId), isNull(staffUsers.deactivatedAt)));
  if (!asker) throw new Refusal("conflict", "Whoever asked does not work here any more.");
  await recordAll(tx, actor, [
    { act: `access-request.${outcome}`, subject: asker.name, staffId: asker.id, after: { answer } },
  ]);
  await enqueueMail(tx, {
    ...{ organisationId, staffId: asker.id, to: { address: asker.email, name: asker.name } },
    template: "company-access-answered",
    data: { person: actor.name, words: answer, isGranted: outcome === "granted" },
  });
  return asker;
}

async function findCompanies(tx: Tx, codes: readonly string[]): Promise<Company[]> {
  const lower = codes.map((code) => code.toLowerCase());
  const found = await tx
    .select({ id: companies.id, name: companies.name, code: companies.code })
    .from(companies)
    .where(sql`lower(${companies.code}) = ANY (${sql.param(lower)}::text[])`)
    .limit(100);
  const missing = codes.filter((code) => !found.some((one) => one.code.toLowerCase() === code.toLowerCase()));
  if (missing.length === 0) return found;
  throw new Refusal("invalid", "Some entries need your attention.", {
    codes: `There is no customer or supplier with the ID ${missing.join(", ")}. Nothing was granted yet.`,
  });
}
