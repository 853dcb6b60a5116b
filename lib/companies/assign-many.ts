import { and, asc, eq, inArray, sql, type SQL } from "drizzle-orm";
import type { StaffActor } from "@/db/actor";
import { asActor, asSystem, type Tx } from "@/db/as-actor";
import { withHashing } from "@/db/planning";
import { companies, staffUsers } from "@/db/schema";
import { lockLedger } from "@/lib/access/append-change";
import { reachFor } from "@/lib/auth/needs";
import { Refusal } from "@/lib/platform/errors";
import type { AssignedMany, AssignManyInput, AssignmentPlan } from "./assign-many-input";
import { judging, planOf, summing, type Colleague, type Sums, type Wanted } from "./assignment-plan";
import type { CompanyKind } from "./input";
import { listCompanyIds } from "./list-companies";
import { readCompanyFilter } from "./list-input";
import { administersAny } from "./queries";
import { writingAssignments } from "./write-assignments";

/** More assignments than this are not changed at once: whoever waits for the answer would not know whether it still comes. */
const MOST = 200_000;

/**
 * Makes colleagues administrators or members of many companies, or neither any more, where the one who asks may; says in numbers what
 * changes and what does not and why. Without `expected` nothing is saved, and with it only if exactly what it stands for would change.
 * It is done as the system for the reasons that `changeAssignments` has.
 */
export async function assignMany(
  { actor }: { actor: StaffActor },
  input: AssignManyInput,
): Promise<AssignedMany> {
  const chosen = await chooseCompanies(actor, input);
  return asSystem("granting colleagues access to many companies", actor.organisationId, async (tx) => {
    const isSaving = input.expected !== undefined;
    if (isSaving) await lock(tx, actor, chosen.ids);
    await demandAdministrator(tx, actor, input, chosen.ids);
    const colleagues = await findColleagues(tx, input);
    if (chosen.ids.length * colleagues.length > MOST) throw tooMany();
    const wanted: Wanted = { actor, companyIds: chosen.ids, colleagues, level: input.level };
    const doing = isSaving ? sql`, ${writingAssignments(wanted)}` : sql``;
    const sums = await run(tx, sql`WITH ${judging(wanted)}${doing} ${summing}`);
    const plan = planOf(sums, wanted, chosen.count);
    if (isSaving) demandConfirmed(plan, input);
    const { level, of } = input;
    return { isSaved: isSaving, plan, asked: { emails: input.emails.join("\n"), level, of } };
  });
}

const wordsOf = (kind: CompanyKind) => `${kind}s`;

/** The companies that are meant and can be seen by whoever asks, who may see more than they administer. */
async function chooseCompanies(
  actor: StaffActor,
  { kind, of, companyIds, filter = "?" }: AssignManyInput,
): Promise<{ ids: string[]; count: number }> {
  const seen = actor.reach === "all" ? null : reachFor("viewCompanies", actor.roles);
  const viewer: StaffActor = { ...actor, reach: seen ?? actor.reach };
  const asked = [...new Set(companyIds)];
  const ids = await asActor(viewer, (tx) =>
    of === "filter"
      ? listCompanyIds(tx, viewer, kind, readCompanyFilter(filter))
      : findVisible(tx, kind, asked),
  );
  if (of === "filter" && ids.length === 0)
    throw new Refusal(
      "conflict",
      `None of the ${wordsOf(kind)} fits this list any more. Go back to it and choose again.`,
    );
  return { ids, count: of === "filter" ? ids.length : asked.length };
}

async function findVisible(tx: Tx, kind: CompanyKind, asked: string[]): Promise<string[]> {
  const found = await tx
    .select({ id: companies.id })
    .from(companies)
    .where(and(eq(companies.kind, kind), inArray(companies.id, asked)));
  return found.map(({ id }) => id);
}

/** Keeps anybody else from changing who is assigned to these companies, in one order for all, until the transaction ends. */
async function lock(tx: Tx, { organisationId }: StaffActor, ids: string[]): Promise<void> {
  // An import changes many companies too, in an order of its own, and holds this meanwhile.
  await lockLedger(tx, organisationId);
  await tx.execute(sql`
    SELECT count(*) FROM (SELECT 1 FROM companies WHERE organisation_id = app_organisation() AND id = ANY (${sql.param(ids)}::uuid[])
      ORDER BY id FOR NO KEY UPDATE) AS locked`);
}

/** Refuses who administers none of them, before they learn who works here. */
async function demandAdministrator(
  tx: Tx,
  { reach, staffId }: StaffActor,
  { kind }: AssignManyInput,
  ids: string[],
): Promise<void> {
  const isAllowed = reach === "all" ? ids.length > 0 : await administersAny(tx, staffId, ids);
  if (isAllowed) return;
  throw new Refusal(
    "not-found",
    `You are not an administrator of any of these ${wordsOf(kind)}, or they are not there any more. Nothing was changed. Ask one of their administrators.`,
  );
}

/** Those who work here; who left can still lose their access. */
async function findColleagues(tx: Tx, { emails, level }: AssignManyInput): Promise<Colleague[]> {
  const found = await tx
    .select({
      ...{ id: staffUsers.id, name: staffUsers.name, email: staffUsers.email },
      deactivatedAt: staffUsers.deactivatedAt,
    })
    .from(staffUsers)
    .where(inArray(staffUsers.email, emails))
    .orderBy(asc(staffUsers.name), asc(staffUsers.id));
  const known = found.filter(({ deactivatedAt }) => level === "none" || !deactivatedAt);
  const missing = emails.filter((email) => !known.some((one) => one.email === email));
  if (missing.length === 0) return known;
  throw new Refusal("invalid", "Some entries need your attention.", {
    emails: `No colleague of yours signs in with ${missing.join(", ")}. Ask an administrator to add them first.`,
  });
}

async function run(tx: Tx, statement: SQL): Promise<Sums> {
  const { rows } = await withHashing(tx, () => tx.execute<Sums>(statement));
  const [sums] = rows;
  if (!sums) throw new Error("Assignments were not counted.");
  return sums;
}

const tooMany = () =>
  new Refusal(
    "conflict",
    `At most ${MOST.toLocaleString("en-GB")} assignments can be changed at once. Narrow the list, or choose fewer colleagues, and go in parts.`,
  );

/** Refuses to save anything but what was shown, and to take much away before its number was typed. */
function demandConfirmed(plan: AssignmentPlan, { expected, typed }: AssignManyInput): void {
  if (plan.expected !== expected)
    throw new Refusal(
      "stale",
      "Something changed since this was counted, so nothing was saved. Look at the new numbers and confirm them.",
      undefined,
      { plan },
    );
  if (plan.mustType !== null && typed.replace(/\D/g, "") !== String(plan.mustType))
    throw new Refusal(
      "invalid",
      "Some entries need your attention.",
      {
        typed:
          "Enter the number of assignments that are taken away, as it stands here. Nothing was saved yet.",
      },
      { plan },
    );
}
