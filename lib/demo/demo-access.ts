import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { contactGroupRoles, groupRoles } from "@/db/schema";
import { appendChange, type NewEntry } from "@/lib/access/append-change";
import type { PermissionId } from "@/lib/access/permissions";
import { newId } from "@/lib/platform/ids";
import type { LoadedCompany } from "./demo-companies";

const bundles = [
  {
    code: "BUYER",
    name: "Buyer",
    description: "Enquires, orders and follows deliveries.",
    roles: ["enquiries", "quotations", "salesOrders", "placeOrders", "deliveries"],
  },
  {
    code: "ACCOUNTS",
    name: "Accounts",
    description: "Sees invoices, credits and receipts.",
    roles: ["invoices"],
  },
  {
    code: "SITE",
    name: "Site manager",
    description: "Reports issues, orders service and installation.",
    roles: ["issues", "service", "install"],
  },
] as const;

const everyone = (audience: "customer" | "supplier", permission: PermissionId): NewEntry => ({
  scope: "everyone",
  audience,
  permission,
  effect: "allow",
});

/** Writes the demo's group roles and a short history of access changes: some for all, some for a company, some for one contact. */
export async function loadDemoAccess(tx: Tx, actor: StaffActor, companies: LoadedCompany[]): Promise<void> {
  await giveGroupRoles(tx, actor, companies);
  await appendChange(tx, actor, {
    summary: "Opening the portal",
    entries: companies
      .filter((company) => company.hasServices)
      .map((company) => ({
        scope: "company",
        companyId: company.id,
        audience: company.kind,
        permission: "services",
        effect: "allow",
      })),
  });
  await appendChange(tx, actor, {
    summary: "Sales orders and deliveries for everybody",
    entries: [
      everyone("customer", "canRegister"),
      everyone("customer", "salesOrders"),
      everyone("customer", "deliveries"),
      everyone("supplier", "canRegister"),
      everyone("supplier", "purchaseOrders"),
    ],
  });
  const ana = companies[0]?.contacts[0];
  if (!ana) throw new Error("The demo's first contact is missing.");
  await appendChange(tx, actor, {
    summary: "Invoices and issues for Ana Bright",
    entries: (["invoices", "issues"] as const).map((permission) => ({
      scope: "contact",
      contactId: ana.id,
      audience: "customer",
      permission,
      effect: "allow",
    })),
  });
}

async function giveGroupRoles(
  tx: Tx,
  { organisationId }: StaffActor,
  companies: LoadedCompany[],
): Promise<void> {
  const rows = bundles.map((bundle) => ({
    ...bundle,
    roles: [...bundle.roles],
    id: newId(),
    organisationId,
    audience: "contact" as const,
  }));
  await tx.insert(groupRoles).values(rows);
  const people = companies
    .filter((company) => company.kind === "customer")
    .flatMap((company) => company.contacts);
  await tx.insert(contactGroupRoles).values(
    people.flatMap((contact, index) => {
      const given = rows[index % 4]; // every fourth has none
      return given ? [{ organisationId, contactId: contact.id, groupRoleId: given.id }] : [];
    }),
  );
}
