import type { StaffActor } from "@/db/actor";
import { asActor, asSystem, type Tx } from "@/db/as-actor";
import { newId } from "@/lib/platform/ids";
import { heldText } from "@/lib/staff/held-roles";
import { findPerson, type StaffPerson } from "@/lib/staff/people";
import type { StaffRole } from "@/lib/staff/roles";
import { setStaffRoles } from "@/lib/staff/set-staff-roles";
import { mintSecret } from "@/lib/tokens/mint-secrets";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";

/** An organisation with Ada, who administers it, Stella, who administers its staff, and Ben, who looks at companies. */
export type StaffScene = { people: People; ada: StaffActor; stella: StaffActor; ben: StaffActor };

/** Sets that organisation up in an empty database. */
export async function staffScene(): Promise<StaffScene> {
  await resetDatabase();
  const people = await somePeople();
  return {
    people,
    ada: await addColleague(people, "Ada", ["administrator"]),
    stella: await addColleague(people, "Stella", ["staffAdmin", "companyView"]),
    ben: await addColleague(people, "Ben", ["companyView"]),
  };
}

/** Adds a colleague who holds these roles and, unless told otherwise, has signed up; returns them as an actor. */
export async function addColleague(
  { organisationId, slug }: People,
  name: string,
  roles: string[],
  passwordHash: string | null = "a hash",
): Promise<StaffActor> {
  const staffId = newId();
  const email = `${name.toLowerCase()}@${slug}.example`;
  await asSuperuser(
    "INSERT INTO staff_users (organisation_id, id, email, name, password_hash) VALUES ($1, $2, $3, $4, $5)",
    [organisationId, staffId, email, name, passwordHash],
  );
  await asSuperuser(
    "INSERT INTO staff_roles (organisation_id, staff_id, role) SELECT $1, $2, unnest($3::text[])",
    [organisationId, staffId, roles],
  );
  return { kind: "staff", organisationId, staffId, name, reach: "all", roles };
}

/** Adds a group role for staff, held by these colleagues. */
export async function addStaffGroupRole(
  { organisationId }: People,
  { name, roles, isActive = true }: { name: string; roles: string[]; isActive?: boolean },
  members: StaffActor[] = [],
): Promise<string> {
  const id = newId();
  await asSuperuser(
    "INSERT INTO group_roles (organisation_id, id, audience, code, name, is_active, roles) VALUES ($1,$2,'staff',$3,$3,$4,$5)",
    [organisationId, id, name, isActive, roles],
  );
  for (const { staffId } of members)
    await asSuperuser("INSERT INTO staff_group_roles VALUES ($1,$2,$3)", [organisationId, staffId, id]);
  return id;
}

type Work<Input, T> = (context: { tx: Tx; actor: StaffActor }, input: Input) => Promise<T>;

/** Runs a use case as `actor`, in a transaction of its own. */
export const perform = <Input, T>(actor: StaffActor, work: Work<Input, T>, input: Input): Promise<T> =>
  asActor(actor, (tx) => work({ tx, actor }, input));

/** The secret of the link that is open for a colleague's address. */
export async function openLinkTo(organisationId: string, email: string): Promise<string> {
  const [token] = await asSuperuser<{ id: string }>(
    "SELECT id FROM tokens WHERE email = $1 AND ended_at IS NULL AND used_at IS NULL",
    [email],
  );
  return asSystem("test", organisationId, (tx) =>
    mintSecret(tx, { organisationId, tokenId: token?.id ?? "" }),
  );
}

/** What stands on record, the oldest first. */
export const actsOnRecord = async (): Promise<string[]> =>
  (await asSuperuser<{ act: string }>("SELECT act FROM audit_events ORDER BY id")).map(({ act }) => act);

/** A colleague as `actor` sees them on the pages about staff; fails when there is no such person. */
export async function seenBy(actor: StaffActor, who: StaffActor | string): Promise<StaffPerson> {
  const staffId = typeof who === "string" ? who : who.staffId;
  const found = await asActor(actor, (tx) => findPerson(tx, staffId));
  if (!found) throw new Error("There is no such person.");
  return found;
}

/** Changes what a colleague holds to these roles, as the form on their page does. */
export async function giveRoles(
  by: StaffActor,
  to: StaffActor,
  roles: StaffRole[],
  groupRoleIds: string[] = [],
) {
  const seen = heldText(await seenBy(by, to));
  return perform(by, setStaffRoles, { staffId: to.staffId, roles, groupRoleIds, seen });
}

/** Whatever an act on staff could leave behind, to see that a refused one left nothing. */
export const everythingOnStaff = async (): Promise<string> =>
  JSON.stringify(
    await asSuperuser(
      "SELECT (SELECT json_agg(s ORDER BY id) FROM staff_users s) AS s, (SELECT json_agg(r ORDER BY staff_id, role) FROM staff_roles r) AS r, (SELECT count(*) FROM mail) AS m, (SELECT count(*) FROM tokens) AS t, (SELECT count(*) FROM audit_events) AS a",
    ),
  );

/** Expects work to be refused in this way. */
export async function expectRefused(work: Promise<unknown>, error: object): Promise<void> {
  await expect(work).rejects.toMatchObject(error);
}
