import { sql, type SQL } from "drizzle-orm";
import { asActor } from "@/db/as-actor";
import type { StaffActor } from "@/db/actor";
import type { PermissionId } from "@/lib/access/permissions";
import { loadAccess } from "@/lib/access/queries";
import { groupRole, limitedTo } from "@/tests/lib/contacts/arrange";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";

let people: People;
let buyer: string;

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
  buyer = await groupRole(people, "Buyer", ["enquiries"]);
});

/** A moment between what was done before and what is done after. */
async function pause(): Promise<Date> {
  const [row] = await asSuperuser<{ at: Date }>(
    "SELECT date_trunc('milliseconds', clock_timestamp()) + interval '1 ms' AS at",
  );
  await asSuperuser("SELECT pg_sleep(0.005)");
  return row?.at ?? new Date();
}

const as = (statement: SQL, actor: StaffActor = people.staff) =>
  asActor(actor, async (tx) => (await tx.execute(statement)).rowCount);

const give = () =>
  as(sql`INSERT INTO contact_group_roles (organisation_id, contact_id, group_role_id)
    VALUES (${people.organisationId}, ${people.contactId}, ${buyer})`);
const take = (actor?: StaffActor) =>
  as(
    sql`DELETE FROM contact_group_roles WHERE contact_id = ${people.contactId} AND group_role_id = ${buyer}`,
    actor,
  );
const edit = (set: SQL) => as(sql`UPDATE group_roles SET ${set} WHERE id = ${buyer}`);

const allowedAt = (at?: Date) =>
  asActor(people.staff, async (tx) => {
    const { permissions } = await loadAccess(tx, people.contactId, at);
    return [...permissions].filter(([, { allowed }]) => allowed).map(([id]): PermissionId => id);
  });

describe("access as of a past moment", () => {
  it("follows the group roles that the contact held then", async () => {
    const before = await pause();
    await give();
    const meanwhile = await pause();
    await take();
    const after = await pause();
    expect(await allowedAt(before)).toEqual([]);
    expect(await allowedAt(meanwhile)).toEqual(["enquiries"]);
    expect(await allowedAt(after)).toEqual([]);
    expect(await allowedAt()).toEqual([]);
  });

  it("follows what a group role gave then, whether it was active, and what it was called", async () => {
    await give();
    const first = await pause();
    await edit(sql`roles = '{invoices,issues}', name = 'Purchaser'`);
    const second = await pause();
    await edit(sql`is_active = false`);
    expect(await allowedAt(first)).toEqual(["enquiries"]);
    expect(await allowedAt(second)).toEqual(["invoices", "issues"]);
    expect(await allowedAt()).toEqual([]);
    const then = await asActor(people.staff, (tx) => loadAccess(tx, people.contactId, first));
    expect(then.permissions.get("enquiries")?.because).toEqual({ kind: "group-roles", names: ["Buyer"] });
  });

  it("remembers group roles that are gone, and a second time of holding one", async () => {
    await give();
    const first = await pause();
    await take();
    const between = await pause();
    await give();
    const second = await pause();
    await take();
    await as(sql`DELETE FROM group_roles WHERE id = ${buyer}`);
    expect(await allowedAt(first)).toEqual(["enquiries"]);
    expect(await allowedAt(between)).toEqual([]);
    expect(await allowedAt(second)).toEqual(["enquiries"]);
    expect(await allowedAt()).toEqual([]);
  });

  it("is not made older by an edit of the words", async () => {
    await edit(sql`description = 'For those who buy', version = version + 1`);
    expect(await asSuperuser("SELECT 1 FROM past_group_roles")).toEqual([]);
  });

  it("is remembered also when staff of limited reach take a group role away", async () => {
    await give();
    const then = await pause();
    expect(await take(await limitedTo(people, people.companyId))).toBe(1);
    expect(await allowedAt(then)).toEqual(["enquiries"]);
  });

  it("goes with the contact when the contact is deleted", async () => {
    await give();
    await take();
    await give();
    await as(sql`DELETE FROM contacts WHERE id = ${people.contactId}`);
    expect(await asSuperuser("SELECT 1 FROM past_contact_group_roles")).toEqual([]);
  });
});
