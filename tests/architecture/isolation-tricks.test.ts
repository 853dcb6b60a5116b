import { sql, type SQL } from "drizzle-orm";
import type { Actor } from "@/db/actor";
import { asActor } from "@/db/as-actor";
import { newId } from "@/lib/platform/ids";
import { asSuperuser, resetDatabase } from "../support/database";
import { listForeignKeys, listTables } from "./catalogue";
import { insiders } from "./isolation/actors";
import { arrange, undone } from "./isolation/attempts";
import { tenant } from "./isolation/rows";

const ours = tenant("ours", 1);
const theirs = tenant("theirs", 2);
const mine = ours.organisationId;
const actors = insiders(ours);
const clerk = actors.assigned.staffId;
const company = (name: string) => ours.id("companies", name);

const REFUSED_BY_POLICY = { refused: "42501" };
const REFUSED_BY_KEY = { refused: "23503" };

beforeAll(async () => {
  await resetDatabase();
  await arrange(ours);
  await arrange(theirs);
});
afterAll(resetDatabase);

/** What a statement did, in rows, or how it was refused; then it is undone. */
const attempt = (actor: Actor, statement: SQL) =>
  asActor(actor, (tx) => undone(tx, async () => (await tx.execute(statement)).rowCount));

describe("staff limited to their assignments", () => {
  const assigns = (name: string, level: string) => sql`
    INSERT INTO assignments (organisation_id, staff_id, company_id, level)
    VALUES (${mine}, ${clerk}, ${company(name)}, ${level})`;

  it("cannot assign themselves to a company", async () => {
    expect(await attempt(actors.assigned, assigns("parent", "member"))).toEqual(REFUSED_BY_POLICY);
    expect(await attempt(actors.administered, assigns("parent", "administrator"))).toEqual(REFUSED_BY_POLICY);
  });

  it("cannot turn an assignment of theirs into a higher one, or into one of another company", async () => {
    const higher = sql`UPDATE assignments SET level = 'administrator'`;
    const other = sql`UPDATE assignments SET company_id = ${company("parent")}`;
    expect(await attempt(actors.assigned, higher)).toBe(0);
    expect(await attempt(actors.assigned, other)).toBe(0);
  });

  it("become administrator of the company they create, and of no other", async () => {
    const id = newId();
    const administered = await asActor(actors.assigned, async (tx) => {
      await tx.execute(sql`
        INSERT INTO companies (organisation_id, id, kind, code, name) VALUES (${mine}, ${id}, 'customer', 'NEW', 'New')`);
      const { rows } = await tx.execute(
        sql`SELECT company_id AS id FROM assignments WHERE level = 'administrator'`,
      );
      return rows.map((row) => row.id);
    });
    expect(administered.sort()).toEqual([company("sibling"), id].sort());
    await asSuperuser("DELETE FROM assignments WHERE company_id = $1", [id]);
    await asSuperuser("DELETE FROM companies WHERE id = $1", [id]);
  });

  it("cannot take over a company by creating it a second time", async () => {
    const again = (onConflict: SQL) => sql`
      INSERT INTO companies (organisation_id, id, kind, code, name)
      VALUES (${mine}, ${company("parent")}, 'customer', 'parent', 'Taken') ${onConflict}`;
    const overwrite = sql`ON CONFLICT (organisation_id, id) DO UPDATE SET name = 'Taken'`;
    expect(await attempt(actors.assigned, again(sql``))).toEqual({ refused: "23505" });
    expect(await attempt(actors.assigned, again(overwrite))).toEqual(REFUSED_BY_POLICY);
    expect(await attempt(actors.assigned, again(sql`ON CONFLICT DO NOTHING`))).toBe(0);
    const seen = sql`SELECT FROM companies WHERE id = ${company("parent")}`;
    expect(await attempt(actors.assigned, seen)).toBe(0);
  });

  it("cannot come by a login that they do not see, by giving it a contact, a link or an e-mail of theirs", async () => {
    const login = (name: string) => ours.id("logins", name);
    const contact = (name: string) => sql`
      INSERT INTO contacts (organisation_id, id, company_id, kind, login_id, name, access_since)
      VALUES (${mine}, ${newId()}, ${company("sibling")}, 'customer', ${login(name)}, 'Taken', 1)`;
    const token = (name: string) => sql`
      INSERT INTO tokens (organisation_id, id, purpose, login_id, company_id, email, expires_at)
      VALUES (${mine}, ${newId()}, 'activation', ${login(name)}, ${company("sibling")}, 'x@example.com', now())`;
    const mail = (name: string, staff: string | null) => sql`
      INSERT INTO mail (organisation_id, id, template, to_address, data, login_id, company_id, staff_id)
      VALUES (${mine}, ${newId()}, 'password-reset', 'x@example.com', '{}', ${login(name)}, ${company("sibling")}, ${staff})`;
    const moved = (table: string) => sql`UPDATE ${sql.identifier(table)} SET login_id = ${login("parent")}`;
    for (const actor of [actors.assigned, actors.administered]) {
      for (const statement of [
        contact("parent"),
        token("parent"),
        mail("parent", null),
        mail("parent", clerk),
      ])
        expect(await attempt(actor, statement)).toEqual(REFUSED_BY_POLICY);
      for (const table of ["contacts", "tokens", "mail"])
        expect(await attempt(actor, moved(table))).toEqual(REFUSED_BY_POLICY);
      for (const statement of [token("sibling"), mail("sibling", null)])
        expect(await attempt(actor, statement)).toBe(1);
    }
  });

  it("cannot see what they may not by locking it", async () => {
    const locked = sql`SELECT FROM companies WHERE id = ${company("parent")} FOR UPDATE`;
    expect(await attempt(actors.assigned, locked)).toBe(0);
  });
});

describe("a function that looks further than who is asking", () => {
  const reach = sql`SELECT app_reach() AS reach`;
  const moved = (name: string, parent: string) =>
    sql`UPDATE companies SET parent_id = ${company(parent)} WHERE id = ${company(name)}`;

  it("ends no link of a login that the asker does not see", async () => {
    const ends = (name: string) =>
      asActor(actors.assigned, (tx) =>
        undone(tx, async () => {
          await tx.execute(
            sql`SELECT replace_links_beyond(purpose, ARRAY[${ours.id("logins", name)}]::uuid[], now()) FROM unnest(ARRAY['activation', 'contact-reset']) AS purpose`,
          );
          await tx.execute(sql`SELECT set_config('app.reach', 'system', true)`);
          return (await tx.execute(sql`SELECT FROM tokens WHERE ended_reason = 'replaced'`)).rowCount;
        }),
      );
    expect(await ends("parent")).toBe(0);
    expect(await ends("sibling")).toBe(1);
  });

  it("puts the reach back where it was", async () => {
    const reaches = await asActor(actors.assigned, async (tx) => {
      await tx.execute(sql`SELECT login_reaches_further(${ours.id("logins", "parent")})`);
      const afterLogin = await tx.execute(reach);
      await undone(tx, () => tx.execute(moved("site", "sibling")));
      const afterMove = await tx.execute(reach);
      const circle = await undone(tx, async () => {
        await tx.execute(moved("site", "sibling"));
        await tx.execute(moved("sibling", "site"));
      });
      const afterCircle = await tx.execute(reach);
      return [afterLogin.rows, afterMove.rows, circle, afterCircle.rows];
    });
    const assigned = [{ reach: "assigned" }];
    expect(reaches).toEqual([assigned, assigned, { refused: "23514" }, assigned]);
  });

  it("shows no rows while it runs", async () => {
    const shown = await asActor(actors.site, (tx) =>
      tx.execute(
        sql`SELECT count(*)::int AS shown FROM companies c WHERE login_reaches_further(${ours.id("logins", "parent")}) IS NOT NULL`,
      ),
    );
    expect(shown.rows).toEqual([{ shown: 1 }]);
  });
});

describe("a row of one's own", () => {
  it("cannot be given to another organisation", async () => {
    const tables = (await listTables()).filter(({ isSecured }) => isSecured).map(({ name }) => name);
    for (const [kind, actor] of Object.entries(actors))
      for (const table of tables) {
        const column = sql.identifier(table === "organisations" ? "id" : "organisation_id");
        const given = sql`UPDATE ${sql.identifier(table)} SET ${column} = ${theirs.organisationId}`;
        const outcome = await attempt(actor, given);
        expect({ kind, table, outcome: outcome || REFUSED_BY_POLICY }).toEqual({
          ...{ kind, table, outcome: REFUSED_BY_POLICY },
        });
      }
  });

  it("cannot be given to a company that its giver does not reach", async () => {
    const rows = await asSuperuser<{ table: string }>(
      `SELECT c.table_name AS table FROM information_schema.columns c JOIN pg_class t ON t.relname = c.table_name
        WHERE c.table_schema = 'public' AND c.column_name = 'company_id' AND t.relrowsecurity`,
    );
    const { assigned, administered, parent, site } = actors;
    for (const actor of [assigned, administered, parent, site])
      for (const { table } of rows) {
        const other = company(actor === parent ? "site" : "parent");
        const given = sql`UPDATE ${sql.identifier(table)} SET company_id = ${other}`;
        const outcome = await attempt(actor, given);
        expect({ table, outcome: outcome || REFUSED_BY_POLICY }).toEqual({
          table,
          outcome: REFUSED_BY_POLICY,
        });
      }
  });
});

describe("a reference", () => {
  it("cannot point into another organisation, whoever writes it", async () => {
    const keys = (await listForeignKeys()).filter(({ target }) => target !== "organisations");
    expect(keys.length).toBeGreaterThan(15);
    for (const { name, table, target, columns, targetColumns } of keys) {
      const pairs = columns.map((column, at) => ({ column, target: targetColumns[at] ?? "" })).slice(1);
      const pointing = pairs.map((pair) => `${pair.column} = t.${pair.target}`).join(", ");
      const isSet = pairs.map((pair) => `AND ${pair.column} IS NOT NULL`).join(" ");
      const outcome = await asSuperuser(
        `UPDATE ${table} s SET ${pointing} FROM ${target} t
          WHERE s.ctid = (SELECT ctid FROM ${table} WHERE organisation_id = $1 ${isSet} LIMIT 1)
            AND t.ctid = (SELECT ctid FROM ${target} WHERE organisation_id = $2 LIMIT 1)`,
        [mine, theirs.organisationId],
      ).catch((error: { code: string }) => ({ refused: error.code }));
      expect({ name, outcome }).toEqual({ name, outcome: REFUSED_BY_KEY });
    }
  });
});

describe("a value of the connection's settings", () => {
  it("ends with the transaction, so that the next user of the connection begins with nothing", async () => {
    await asActor(actors.all, (tx) => tx.execute(sql`SELECT 1`));
    const left = await asActor({ kind: "system", organisationId: "any", reason: "a test" }, (tx) =>
      tx.execute(
        sql`SELECT current_setting('app.staff_id', true) AS staff, current_setting('app.organisation_id', true) AS own`,
      ),
    );
    expect(left.rows).toEqual([{ staff: "", own: "" }]);
  });

  it("cannot be broken out of by what stands in it", async () => {
    const hostile = { ...actors.site, companyIds: [`', true), set_config('app.reach', 'all`] };
    const outcome = asActor(hostile, (tx) => tx.execute(sql`SELECT id FROM companies`));
    await expect(outcome).rejects.toThrow();
  });
});
