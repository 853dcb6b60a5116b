import { asSuperuser } from "../../support/database";
import { stages } from "./company-rows";
import type { Kind, Whose, World } from "./world";

/** By which columns a row belongs to a company: by itself, its contacts, their logins and links, or its projects. */
const belonging = "^(company|contact|login|token|project)_id$";

/**
 * Every row, in every table, that belongs to a company as a customer or as a supplier, in text, for two states to be compared; except when
 * sessions were last seen.
 */
export async function rowsOf(world: World, whose: Whose): Promise<string[]> {
  const columns = await belongingColumns();
  const each = columns.map(
    ({ table, column }) =>
      `SELECT '${table} ' || (to_jsonb(t) - 'last_seen_at')::text AS text FROM ${table} t WHERE ${column} = ANY ($1::uuid[])`,
  );
  const things = (["customer", "supplier"] as const).flatMap((kind) => thingsOf(world, whose, kind));
  const rows = await asSuperuser<{ text: string }>(`${each.join(" UNION ")} ORDER BY 1`, [things]);
  return rows.map(({ text }) => text);
}

let known: Promise<{ table: string; column: string }[]> | undefined;

const belongingColumns = () =>
  (known ??= asSuperuser(
    `SELECT c.relname AS "table", a.attname AS "column" FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attname ~ '${belonging}'
     UNION SELECT t, 'id' FROM unnest(ARRAY['companies', 'contacts', 'logins', 'tokens', 'mail', 'projects']) AS t`,
  ));

function thingsOf(world: World, whose: Whose, kind: Kind): string[] {
  const each = ["contact", "login", "token", "mail"].flatMap((name) =>
    stages.map((stage) => `${name} ${stage}`),
  );
  return ["company", "project", ...each].map((name) => world.id(whose, kind, name));
}
