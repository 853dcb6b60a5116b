import { asSystem } from "@/db/as-actor";
import { staffRoles } from "@/db/schema";
import { resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";

/** Gives the clerk of a test's people these roles. */
export async function administrator(
  { organisationId, staff }: People,
  roles = ["administrator"],
): Promise<void> {
  await asSystem("a test's roles", organisationId, (tx) =>
    tx.insert(staffRoles).values(roles.map((role) => ({ organisationId, staffId: staff.staffId, role }))),
  );
}

/** An empty database but for people whose clerk may import. */
export async function someImporters(): Promise<People> {
  await resetDatabase();
  const people = await somePeople();
  await administrator(people);
  return people;
}
