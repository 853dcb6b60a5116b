import { sql } from "drizzle-orm";
import { asSystem, type Tx } from "@/db/as-actor";
import type { StaffActor, SystemActor } from "@/db/actor";
import { organisations, staffRoles, staffUsers } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { hashPassword } from "@/lib/passwords/hash";
import { clock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { hasOrganisation } from "@/lib/organisations/queries";
import { loadDemoAccess } from "./demo-access";
import { loadDemoCompanies } from "./demo-companies";
import { loadDemoCredentials } from "./demo-credentials";

/** How to sign in to the demo organisation. */
export type Demo = { staffEmail: string; customerEmail: string; customerPath: string };

const demo: Demo = {
  staffEmail: "ada@portico-demo.example",
  customerEmail: "ana@winslow.example",
  customerPath: "/portal/demo/login",
};

const staff: { name: string; email: string; roles: string[] }[] = [
  { name: "Ada Winter", email: demo.staffEmail, roles: ["administrator"] },
  { name: "Ben Clark", email: "ben@portico-demo.example", roles: ["crmCompanyView", "crmCompanyEdit"] },
  { name: "Cleo Marsh", email: "cleo@portico-demo.example", roles: ["companyView", "customerView"] },
  { name: "Dan Okoro", email: "dan@portico-demo.example", roles: [] },
];

/** Loads the organisation "Portico Demo" into an empty database, all or nothing; does nothing when there is an organisation already. */
export async function loadDemo(passwords: { staff: string; customer: string }): Promise<Demo> {
  if (await hasOrganisation()) return demo;
  const [staffHash, customerHash] = await Promise.all([
    hashPassword(passwords.staff),
    hashPassword(passwords.customer),
  ]);
  await asSystem("load the demo", newId(), async (tx, actor) => {
    await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended('set-up', 0))`);
    await tx.insert(organisations).values({
      id: actor.organisationId,
      slug: "demo",
      name: "Portico Demo",
      timeZone: "Europe/London",
      locale: "en-GB",
      currency: "GBP",
    });
    const staffIds = await loadStaff(tx, actor, staffHash);
    const ada = adaOf(actor, staffIds);
    const companies = await loadDemoCompanies(tx, ada, staffIds);
    await loadDemoAccess(tx, ada, companies);
    await loadDemoCredentials(tx, actor, companies, customerHash);
    await record(tx, ada, { act: "organisation.created", subject: "Portico Demo" });
  });
  return demo;
}

// The demo's history reads as if its administrator had made it.
function adaOf({ organisationId }: SystemActor, [staffId = ""]: string[]): StaffActor {
  return {
    kind: "staff",
    organisationId,
    staffId,
    name: "Ada Winter",
    reach: "all",
    roles: ["administrator"],
  };
}

async function loadStaff(tx: Tx, { organisationId }: SystemActor, passwordHash: string): Promise<string[]> {
  const rows = staff.map((person) => ({ ...person, id: newId() }));
  await tx.insert(staffUsers).values(
    rows.map(({ id, name, email }) => ({
      organisationId,
      id,
      name,
      email,
      passwordHash,
      passwordSetAt: clock.now(),
    })),
  );
  await tx
    .insert(staffRoles)
    .values(rows.flatMap(({ id, roles }) => roles.map((role) => ({ organisationId, staffId: id, role }))));
  return rows.map((row) => row.id);
}
