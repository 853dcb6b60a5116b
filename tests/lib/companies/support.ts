import type { StaffActor } from "@/db/actor";
import { asActor, asSystem } from "@/db/as-actor";
import { staffUsers } from "@/db/schema";
import { createCompany } from "@/lib/companies/create-company";
import { createCompanyInput, updateCompanyInput } from "@/lib/companies/input";
import { updateCompany } from "@/lib/companies/update-company";
import { newId } from "@/lib/platform/ids";
import { asSuperuser } from "@/tests/support/database";

/** A company as it is stored. */
export type StoredCompany = Record<string, unknown> & { id: string; code: string; version: number };

/** Creates a company from what a form would send. */
export const create = (actor: StaffActor, values: Record<string, unknown>) =>
  asActor(actor, (tx) =>
    createCompany({ tx, actor }, createCompanyInput.parse({ kind: "customer", name: "Acme", ...values })),
  );

/** Saves a company from what a form would send, on top of what is stored. */
export async function update(actor: StaffActor, id: string, values: Record<string, unknown>) {
  const typed = { ...formOf(await storedCompany(id)), ...values };
  return asActor(actor, (tx) => updateCompany({ tx, actor }, updateCompanyInput.parse(typed)));
}

/** The row as it is stored, row-level security aside. */
export async function storedCompany(id: string): Promise<StoredCompany> {
  const [row] = await asSuperuser<StoredCompany>("SELECT * FROM companies WHERE id = $1", [id]);
  if (!row) throw new Error(`There is no company ${id}.`);
  return row;
}

/** What a form that was opened on this row would send back untouched. */
export function formOf(row: StoredCompany): Record<string, string> {
  const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [camel(name), String(value ?? "")]));
}

/** Another staff user of the same organisation, whose reach ends at the companies assigned to them. */
export async function colleague(
  of: StaffActor,
  reach: StaffActor["reach"] = "assigned",
): Promise<StaffActor> {
  const staffId = newId();
  const { organisationId } = of;
  await asSystem("a test's people", organisationId, (tx) =>
    tx.insert(staffUsers).values({ organisationId, id: staffId, email: `${staffId}@x.example`, name: "Bo" }),
  );
  return { ...of, staffId, name: "Bo", reach };
}

/** Puts a company into somebody's reach. */
export const assign = (actor: StaffActor, companyId: string, level = "member") =>
  asSuperuser(
    "INSERT INTO assignments (organisation_id, staff_id, company_id, level) VALUES ($1, $2, $3, $4)",
    [actor.organisationId, actor.staffId, companyId, level],
  );
