import { asSystem } from "@/db/as-actor";
import { staffRoles } from "@/db/schema";
import type { People } from "@/tests/support/people";

/** Gives the clerk of a test's people these roles. */
export async function administrator(
  { organisationId, staff }: People,
  roles = ["administrator"],
): Promise<void> {
  await asSystem("a test's roles", organisationId, (tx) =>
    tx.insert(staffRoles).values(roles.map((role) => ({ organisationId, staffId: staff.staffId, role }))),
  );
}
