import { withSuperuser } from "@/bin/lib/postgres/application-database.mjs";
import { newId } from "@/lib/platform/ids";
import { permissions } from "@/lib/access/permissions";
import { ORGANISATION, type Size } from "./load-data";

const EVERYONE_CHANGES = 20;
const COMPANY_CHANGE = 30;
const FIRST_OF_CONTACTS = 31;
const ENTRIES_A_CHANGE = 100;

const ids = (audience: "customer" | "supplier") =>
  `array['${permissions[audience].map(({ id }) => id).join("','")}']`;
const permissionOf = (number: string) =>
  `CASE c.kind WHEN 'customer' THEN (${ids("customer")})[1 + ${number} % ${permissions.customer.length}] ELSE (${ids("supplier")})[1 + ${number} % ${permissions.supplier.length}] END`;

/**
 * Fills the ledger past row-level security: changes for everyone as contacts came, Services and Invoices of some companies, half as many
 * individual entries as there are contacts, and three group roles with some members.
 */
export async function loadLedger(superuserUrl: string, size: Size): Promise<void> {
  const individual = Math.floor(size.contacts / 2);
  const changes = FIRST_OF_CONTACTS + Math.ceil(individual / ENTRIES_A_CHANGE);
  await withSuperuser(superuserUrl, async (client) => {
    const run = (sql: string) => client.query(sql.replaceAll("$organisation", `'${ORGANISATION}'::uuid`));
    await run("SET session_replication_role = replica");
    await run(
      `INSERT INTO access_changes (organisation_id, id, summary, made_at, made_by_name) SELECT $organisation, g, 'Change ' || g, now() - (${changes} - g) * interval '1 minute', 'Bench Clerk' FROM generate_series(1, ${changes}) g`,
    );
    for (const audience of ["customer", "supplier"] as const)
      await run(
        `INSERT INTO access_entries (organisation_id, change_id, position, audience, scope, permission, effect)
         SELECT $organisation, g, ${audience === "customer" ? 0 : 1}, '${audience}', 'everyone', CASE WHEN g = 10 THEN 'services' ELSE (${ids(audience)})[1 + g % ${permissions[audience].length}] END, 'allow'
         FROM generate_series(1, ${EVERYONE_CHANGES}) g`,
      );
    await run(
      `INSERT INTO access_entries (organisation_id, change_id, position, audience, scope, company_id, permission, effect)
       SELECT $organisation, ${COMPANY_CHANGE}, row_number() OVER (), k.kind, 'company', k.id, p.permission, 'deny'
       FROM (SELECT *, row_number() OVER (ORDER BY id) AS g FROM companies) k CROSS JOIN (VALUES ('services', 21), ('invoices', 31)) p (permission, every) WHERE k.g % p.every = 0`,
    );
    await run(
      `INSERT INTO access_entries (organisation_id, change_id, position, audience, scope, contact_id, permission, effect)
       SELECT $organisation, ${FIRST_OF_CONTACTS} + g / ${ENTRIES_A_CHANGE}, g % ${ENTRIES_A_CHANGE}, c.kind, 'contact', c.id, ${permissionOf("g")}, (array['allow','allow','deny','allow','inherit'])[1 + g % 5]
       FROM generate_series(0, ${individual - 1}) g JOIN contacts c ON c.organisation_id = $organisation
         AND c.id = ('01990000-0003-7000-8000-' || lpad(to_hex(1 + (g::bigint * 7) % ${size.contacts}), 12, '0'))::uuid`,
    );
    const roles = {
      BUYER: "{quotations,salesOrders,placeOrders}",
      ACCOUNTS: "{invoices}",
      SITE: "{service,issues,deliveries}",
    };
    for (const [place, [code, held]] of Object.entries(roles).entries()) {
      const id = newId();
      await run(
        `INSERT INTO group_roles (organisation_id, id, audience, code, name, roles) VALUES ($organisation, '${id}', 'contact', '${code}', '${code}', '${held}')`,
      );
      await run(
        `INSERT INTO contact_group_roles SELECT $organisation, id, '${id}' FROM (SELECT id, row_number() OVER (ORDER BY id) AS g FROM contacts) c WHERE g % 50 = ${place}`,
      );
    }
    await run("VACUUM ANALYZE");
  });
}
