import { eq, sql } from "drizzle-orm";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { groupRoles, staffGroupRoles, staffRoles, staffUsers } from "@/db/schema";
import { Refusal } from "@/lib/platform/errors";
import { findPerson, type StaffPerson } from "./people";
import { rolesLacking } from "./roles";
import { whyNotOneself, whyNotStaff, type StaffAct } from "./staff-state";

export type StaffContext = { tx: Tx; actor: StaffActor };

// Somebody who was invited but never came cannot help anybody who is locked out.
async function hasAdministrator(tx: Tx): Promise<boolean> {
  const { rows } = await tx.execute<{ exists: boolean }>(sql`
    SELECT EXISTS (
      SELECT FROM ${staffUsers} s WHERE s.deactivated_at IS NULL AND s.password_hash IS NOT NULL AND (
        EXISTS (SELECT FROM ${staffRoles} r WHERE r.organisation_id = s.organisation_id AND r.staff_id = s.id AND r.role = 'administrator')
        OR EXISTS (SELECT FROM ${staffGroupRoles} m JOIN ${groupRoles} g ON g.organisation_id = m.organisation_id AND g.id = m.group_role_id
          WHERE m.organisation_id = s.organisation_id AND m.staff_id = s.id AND g.is_active AND 'administrator' = ANY (g.roles))))`);
  return rows[0]?.exists ?? false;
}

/**
 * Has `work` change who may do what, with the roles that the actor holds at this moment. Such changes of one organisation wait for each
 * other, so that two who act at once cannot together do what neither may alone; one that leaves no active administrator is refused.
 */
export async function changeRights<T>(
  { tx, actor }: StaffContext,
  work: (own: readonly string[]) => Promise<T>,
): Promise<T> {
  await tx.execute(
    sql`SELECT pg_advisory_xact_lock(hashtextextended(${`rights ${actor.organisationId}`}, 0))`,
  );
  const self = await findPerson(tx, actor.staffId);
  const own = self && !self.deactivatedAt ? self.allRoles : [];
  if (!own.includes("administrator") && !own.includes("staffAdmin"))
    throw new Refusal("forbidden", "Your roles do not allow this any more. Ask an administrator.");
  const before = await hasAdministrator(tx);
  const result = await work(own);
  if (before && !(await hasAdministrator(tx)))
    throw new Refusal(
      "conflict",
      "Nobody would be left who is an active administrator. Make somebody else an administrator first.",
    );
  return result;
}

const named = (roles: readonly string[]) => roles.join(", ");

/** Refuses to give, or to take away, roles that the giver lacks. */
export function demandHolds(own: readonly string[], roles: readonly string[]): void {
  const lacking = rolesLacking(own, roles);
  if (lacking.length > 0)
    throw new Refusal(
      "forbidden",
      `You can only give and take roles that you hold yourself, and you do not hold ${named(lacking)}. Ask an administrator.`,
    );
}

/** Refuses to change somebody who holds more than whoever wants to change them. */
export function demandMayChange(own: readonly string[], { name, allRoles, groupRoles }: StaffPerson): void {
  const lacking = rolesLacking(own, [...allRoles, ...groupRoles.flatMap(({ roles }) => roles)]);
  if (lacking.length > 0)
    throw new Refusal(
      "forbidden",
      `${name} holds roles that you do not hold: ${named(lacking)}. Ask an administrator to do this.`,
    );
}

/** The staff user as they stand, held until the transaction ends; refused when there is none, or they hold more than the actor. */
export async function demandPerson(tx: Tx, own: readonly string[], staffId: string): Promise<StaffPerson> {
  await tx
    .select({ id: staffUsers.id })
    .from(staffUsers)
    .where(eq(staffUsers.id, staffId))
    .for("no key update");
  const person = await findPerson(tx, staffId);
  if (!person) throw new Refusal("not-found", "There is no such staff user.");
  demandMayChange(own, person);
  return person;
}

/** Does to a staff user's account what fits how it stands, by the rules of `changeRights`; refuses, saying why, what does not fit. */
export function actOnPerson<T>(
  context: StaffContext,
  { staffId }: { staffId: string },
  act: StaffAct,
  work: (person: StaffPerson, own: readonly string[]) => Promise<T>,
): Promise<T> {
  return changeRights(context, async (own) => {
    const person = await demandPerson(context.tx, own, staffId);
    if (!person.acts.includes(act))
      throw new Refusal("conflict", whyNotStaff(person.name, person.state.kind, act));
    const inTheWay = staffId === context.actor.staffId ? whyNotOneself(act) : undefined;
    if (inTheWay) throw new Refusal("conflict", inTheWay);
    return work(person, own);
  });
}
