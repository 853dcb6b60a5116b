import { and, asc, eq } from "drizzle-orm";
import type { StaffActor } from "@/db/actor";
import { asActor, asSystem, type Tx } from "@/db/as-actor";
import { assignments, companies, staffUsers } from "@/db/schema";
import { Refusal } from "@/lib/platform/errors";
import { isAdministratorOf } from "./queries";

type Assigned = { staffId: string; name: string; email: string; level: "administrator" | "member" };

/** A company whose assignments are about to change, and who is assigned now; nobody else changes them meanwhile. */
export type Held = { company: { id: string; name: string }; assigned: Assigned[] };

/**
 * Has `work` change who is assigned to a company, for staff who administer it or reach every company. It is done as the system: to
 * anybody of limited reach row-level security shows no colleague, and lets nobody assign themselves.
 */
export async function changeAssignments<T>(
  actor: StaffActor,
  companyId: string,
  work: (tx: Tx, held: Held) => Promise<T>,
): Promise<T> {
  await asActor(actor, async (tx) => {
    const [seen] = await tx.select({ id: companies.id }).from(companies).where(eq(companies.id, companyId));
    if (!seen) throw notTheirs();
  });
  return asSystem("granting a colleague access", actor.organisationId, async (tx) => {
    const [company] = await tx
      .select({ id: companies.id, name: companies.name })
      .from(companies)
      .where(eq(companies.id, companyId))
      .for("no key update");
    // Asked again under the lock: a colleague may just have taken this person's own access away.
    const mayChange = actor.reach === "all" || (await isAdministratorOf(tx, actor.staffId, companyId));
    if (!company || !mayChange) throw notTheirs();
    return work(tx, { company, assigned: await listAssigned(tx, companyId) });
  });
}

const notTheirs = () =>
  new Refusal("not-found", "There is no such company, or you are not an administrator of it.");

function listAssigned(tx: Tx, companyId: string): Promise<Assigned[]> {
  return tx
    .select({
      staffId: assignments.staffId,
      name: staffUsers.name,
      email: staffUsers.email,
      level: assignments.level,
    })
    .from(assignments)
    .innerJoin(
      staffUsers,
      and(eq(staffUsers.organisationId, assignments.organisationId), eq(staffUsers.id, assignments.staffId)),
    )
    .where(eq(assignments.companyId, companyId))
    .orderBy(asc(staffUsers.name));
}

/** Refuses to leave a company without anybody who administers it. */
export function demandAnotherAdministrator({ company, assigned }: Held, staffId: string): void {
  const administrators = assigned.filter(({ level }) => level === "administrator");
  if (administrators.length === 1 && administrators[0]?.staffId === staffId)
    throw new Refusal(
      "conflict",
      `${administrators[0].name} is the last administrator of ${company.name}. Make somebody else an administrator first.`,
    );
}
