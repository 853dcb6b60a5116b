import { asSystem } from "@/db/as-actor";
import type { StaffActor } from "@/db/actor";
import { companies, contacts, logins, organisations, staffUsers } from "@/db/schema";
import { newId } from "@/lib/platform/ids";

/** An organisation with one staff user, and one customer with one contact who has a login. */
export type People = {
  organisationId: string;
  slug: string;
  staff: StaffActor;
  companyId: string;
  contactId: string;
  loginId: string;
  email: string;
};

/** Writes `People` to the database; each call is an organisation of its own, named by `slug`. */
export async function somePeople(
  slug = "winslow",
  named: {
    organisation?: string;
    company?: string;
    contact?: string;
    locale?: string;
    timeZone?: string;
  } = {},
): Promise<People> {
  const ids = { organisationId: newId(), companyId: newId(), contactId: newId(), loginId: newId() };
  const staffId = newId();
  const { organisationId } = ids;
  const email = `ana@${slug}.example`;
  const organisation = {
    id: organisationId,
    slug,
    name: named.organisation ?? `${slug} Ltd`,
    locale: named.locale,
    timeZone: named.timeZone,
  };
  await asSystem("a test's people", organisationId, async (tx) => {
    await tx.insert(organisations).values(organisation);
    await tx
      .insert(staffUsers)
      .values({ organisationId, id: staffId, email: `clerk@${slug}.example`, name: "Clerk" });
    await tx.insert(companies).values({
      organisationId,
      id: ids.companyId,
      kind: "customer",
      code: "PARK",
      name: named.company ?? "Parkway Cinemas",
    });
    await tx.insert(logins).values({ organisationId, id: ids.loginId, email });
    await tx.insert(contacts).values({
      organisationId,
      id: ids.contactId,
      companyId: ids.companyId,
      kind: "customer",
      loginId: ids.loginId,
      name: named.contact ?? "Ana Trujillo",
      accessSince: 1,
    });
  });
  const staff: StaffActor = {
    kind: "staff",
    organisationId,
    staffId,
    name: "Clerk",
    reach: "all",
    roles: [],
  };
  return { ...ids, slug, staff, email };
}
