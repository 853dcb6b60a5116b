import type { StaffActor } from "@/db/actor";
import { asActor, type Tx } from "@/db/as-actor";
import { newId } from "@/lib/platform/ids";
import { mintSecret } from "@/lib/tokens/mint-secrets";
import { asSystem } from "@/db/as-actor";
import { asSuperuser } from "@/tests/support/database";
import type { People } from "@/tests/support/people";

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
