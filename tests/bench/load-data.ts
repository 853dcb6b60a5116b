import { withSuperuser } from "@/bin/lib/postgres/application-database.mjs";
import { hashPassword } from "@/lib/passwords/hash";

/** The organisation that is measured, and one small one beside it. */
export const ORGANISATION = "01990000-0000-7000-8000-000000000001";
export const STAFF = { email: "bench@portico.example", password: "violet tractor sings on monday" };

/** As many more staff users, clerk1@portico.example and so on, with the same password. */
export const CLERKS = 500;

export type Size = { companies: number; contacts: number };

// A name such as "Tarn Hollow Foods 4711": words repeat as they do in life, so that a search finds some, not one or all.
const NAME = `initcap((array['amber','birch','copper','dale','elm','fern','glen','harbour','iron','juniper','kestrel','lark','maple','north','oak','pine','quarry','river','stone','tarn'])[1 + abs(hashint4(g)) % 20]
  || ' ' || (array['hollow','meadow','bridge','field','gate','hill','lane','mill','park','ridge','square','vale','water','wood','yard','bank','cross','green','house','works'])[1 + abs(hashint4(g + 7)) % 20]
  || ' ' || (array['foods','motors','& sons','estates','joinery','hotels','logistics','dairies','cinemas','print'])[1 + abs(hashint4(g + 13)) % 10]) || ' ' || g`;
const uuid = (space: string, number: string) =>
  `('01990000-${space}-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;

/** Fills an empty, migrated database by set-based SQL past row-level security and triggers, then says to the planner what is there. */
export async function loadData(superuserUrl: string, size: Size): Promise<void> {
  const passwordHash = await hashPassword(STAFF.password);
  await withSuperuser(superuserUrl, async (client) => {
    const run = (sql: string, params: unknown[] = []) => client.query(sql, params);
    await run("SET session_replication_role = replica");
    await run("DROP INDEX search_words_trigrams");
    await run(`INSERT INTO organisations (id, slug, name) VALUES ($1, 'bench', 'Bench & Co')`, [
      ORGANISATION,
    ]);
    await run(
      `INSERT INTO staff_users (organisation_id, id, email, name, password_hash) VALUES ($1, $1, $2, 'Bench Clerk', $3)`,
      [ORGANISATION, STAFF.email, passwordHash],
    );
    await run(`INSERT INTO staff_roles VALUES ($1, $1, 'administrator')`, [ORGANISATION]);
    await run(
      `INSERT INTO staff_users (organisation_id, id, email, name, password_hash) SELECT $1, ${uuid("0004", "g")}, 'clerk' || g || '@portico.example', 'Clerk ' || g, $2 FROM generate_series(1, ${CLERKS}) g`,
      [ORGANISATION, passwordHash],
    );
    await run(
      `INSERT INTO companies (organisation_id, id, kind, code, name, city, country, phone, status, parent_id, updated_at)
       SELECT $1, ${uuid("0001", "g")}, CASE WHEN g % 10 = 0 THEN 'supplier' ELSE 'customer' END, 'C' || lpad(g::text, 6, '0'), ${NAME},
         (array['London','Leeds','York','Berlin','Hamburg','Paris','Lyon','Dublin'])[1 + g % 8], (array['UK','UK','UK','Germany','Germany','France','France','Ireland'])[1 + g % 8],
         '+44 20 ' || g, CASE WHEN g % 50 = 7 THEN 'inactive' WHEN g % 97 = 3 THEN 'blacklisted' WHEN g % 83 = 5 THEN 'closed' ELSE 'active' END,
         CASE WHEN g % 10 = 3 AND g > 10 THEN ${uuid("0001", "g - 2")} END, now() - g * interval '1 minute'
       FROM generate_series(1, ${size.companies}) g`,
      [ORGANISATION],
    );
    await run(
      `INSERT INTO logins (organisation_id, id, email, password_hash)
       SELECT $1, ${uuid("0002", "g")}, 'person' || g || '@bench' || g % 1000 || '.example', CASE WHEN g % 3 > 0 THEN $2 END FROM generate_series(1, ${size.contacts}) g`,
      [ORGANISATION, passwordHash],
    );
    await run(
      `INSERT INTO contacts (organisation_id, id, company_id, kind, login_id, name, access_since)
       SELECT $1, ${uuid("0003", "g")}, c.id, c.kind, ${uuid("0002", "g")},
         (array['Ana','Ben','Cleo','Dan','Eva','Finn','Gita','Hugo','Iris','Jon'])[1 + g % 10] || ' ' || initcap(substr(md5(g::text), 1, 7)), 1 + g * 20 / ${size.contacts}
       FROM generate_series(1, ${size.contacts}) g JOIN companies c ON c.organisation_id = $1 AND c.id = ${uuid("0001", `(1 + g % ${size.companies})`)}`,
      [ORGANISATION],
    );
    await run(
      `INSERT INTO search_words (organisation_id, kind, id, words) SELECT organisation_id, kind, id, search_key(code, name, short_name) FROM companies
       UNION ALL SELECT c.organisation_id, 'contact', c.id, search_key(c.name, l.email) FROM contacts c JOIN logins l ON l.organisation_id = c.organisation_id AND l.id = c.login_id`,
    );
    await run(`SET maintenance_work_mem = '512MB'`);
    await run(
      `CREATE INDEX search_words_trigrams ON search_words USING gin (organisation_id, kind, words gin_trgm_ops)`,
    );
    await run("VACUUM ANALYZE");
  });
}
