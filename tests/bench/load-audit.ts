import { withSuperuser } from "@/bin/lib/postgres/application-database.mjs";
import { CLERKS, ORGANISATION, type Size } from "./load-data";

/** How many events there are, and the acts they record, the last of them hardly ever. */
export const EVENTS = 5_000_000;
export const RARE_ACT = "organisation.created";
const ACTS = `(array['company.updated','company.created','contact.added','contact.changed','contact.activation-sent','contact.signed-in','access.changed','contact.activated'])`;

const uuid = (space: string, number: string) =>
  `('01990000-${space}-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;

/**
 * Fills the audit trail past row-level security and triggers: half by one clerk, a tenth by Portico itself, the others by the clerks and by
 * contacts, over a year; the latest 100,000 in one moment, as an import writes them.
 */
export async function loadAudit(superuserUrl: string, size: Size): Promise<void> {
  await withSuperuser(superuserUrl, async (client) => {
    const run = (sql: string) => client.query(sql.replaceAll("$organisation", `'${ORGANISATION}'::uuid`));
    const { rows: indexes } = await client.query<{ name: string; made: string }>(
      "SELECT indexname AS name, indexdef AS made FROM pg_indexes WHERE tablename = 'audit_events' AND indexname LIKE 'audit_events_%of_%' OR indexname = 'audit_events_newest'",
    );
    await run("SET session_replication_role = replica");
    await run("SET maintenance_work_mem = '512MB'");
    for (const { name } of indexes) await run(`DROP INDEX ${name}`);
    await run(
      `INSERT INTO audit_events (organisation_id, id, at, actor_kind, actor_id, actor_name, act, company_id, contact_id, subject, before, after)
       SELECT $organisation, ${uuid("0009", "g")}, CASE WHEN g > ${EVENTS - 100_000} THEN now() ELSE now() - (${EVENTS} - g) * interval '6 seconds' END,
         (array['staff','staff','staff','staff','staff','system','staff','staff','contact','contact'])[1 + g % 10],
         CASE WHEN g % 10 < 5 THEN $organisation WHEN g % 10 = 5 THEN null WHEN g % 10 < 8 THEN ${uuid("0004", `(1 + h % ${CLERKS})`)} ELSE ${uuid("0003", `(1 + h % ${size.contacts})`)} END,
         'Somebody', CASE WHEN g % 1000000 = 77 THEN '${RARE_ACT}' ELSE ${ACTS}[1 + h % 8] END,
         ${uuid("0001", `(1 + h % ${size.companies})`)}, ${uuid("0003", `(1 + h % ${size.contacts})`)}, 'Company ' || h % 1000, '{"name": "Before"}', '{"name": "After"}'
       FROM (SELECT g, abs(hashint4(g))::bigint AS h FROM generate_series(1, ${EVENTS}) g) AS event`,
    );
    await run(
      "INSERT INTO audit_unsealed (organisation_id, recorded_at, event_id) SELECT organisation_id, at, id FROM audit_events",
    );
    for (const { made } of indexes) await run(made);
    await run("VACUUM ANALYZE audit_events");
    await run("VACUUM ANALYZE audit_unsealed");
  });
}
