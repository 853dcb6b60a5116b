import { getTableColumns, sql, type SQL } from "drizzle-orm";
import { contacts } from "@/db/schema";
import { endUnprovenPasswords } from "@/lib/credentials/end-unproven-passwords";
import { clock } from "@/lib/platform/clock";
import { contactTargets, fresh, named } from "./values";
import type { Work } from "./work";
import { between, ROWS_A_STATEMENT } from "./write-companies";

const columns = getTableColumns(contacts);

/** Writes the contacts of a run and the logins of those with an e-mail address; nobody is invited. */
export async function writeContacts(work: Work, accessSince: number, lastLine: number): Promise<void> {
  await addLogins(work);
  // What the rows show as login is new to their contact: that of an address which the contact has already is left out of them.
  await endUnprovenPasswords(
    work.tx,
    work.actor,
    sql`(SELECT login_id FROM resolved WHERE login_id IS NOT NULL AND outcome IN ('create', 'update'))`,
  );
  await updateContacts(work);
  let done = 0;
  for (let from = 0; from < lastLine; from += ROWS_A_STATEMENT) {
    done += await insertContacts(work, accessSince, between(from, from + ROWS_A_STATEMENT));
    await work.report("contacts", done);
  }
}

async function addLogins({ tx, actor }: Work): Promise<void> {
  await tx.execute(sql`
    INSERT INTO logins (organisation_id, id, email, created_at)
    SELECT ${actor.organisationId}, r.login_id, s."contactEmail", ${clock.now().toISOString()}
    FROM staged s JOIN resolved r ON r.line = s.line WHERE r.adds_login ORDER BY s.line`);
}

async function updateContacts({ tx, plan }: Work): Promise<void> {
  const sets = contactTargets(plan, columns).map(
    ({ name, kept }) => sql`${sql.identifier(name)} = ${kept}, `,
  );
  await tx.execute(sql`
    UPDATE contacts SET ${sql.join(sets, sql``)} login_id = coalesce(r.login_id, contacts.login_id),
      version = contacts.version + 1, updated_at = ${clock.now().toISOString()}
    FROM staged s JOIN resolved r ON r.line = s.line
    WHERE contacts.id = r.contact_id AND NOT r.adds_contact AND r.contact_changes IS NOT NULL`);
}

async function insertContacts({ tx, actor, plan }: Work, accessSince: number, lines: SQL): Promise<number> {
  const targets = contactTargets(plan, columns);
  const now = clock.now().toISOString();
  const inserted = await tx.execute(sql`
    INSERT INTO contacts (organisation_id, id, company_id, kind, login_id, access_since, created_at, updated_at${named(targets)})
    SELECT ${actor.organisationId}, r.contact_id, r.company_id, ${plan.kind}, r.login_id, ${accessSince}, ${now}, ${now}${fresh(targets)}
    FROM staged s JOIN resolved r ON r.line = s.line WHERE r.adds_contact AND ${lines}`);
  return inserted.rowCount ?? 0;
}
