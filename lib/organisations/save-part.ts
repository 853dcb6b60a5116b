import { eq } from "drizzle-orm";
import type { StaffActor } from "@/db/actor";
import type { Tx } from "@/db/as-actor";
import { organisations } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { clock } from "@/lib/platform/clock";
import { Refusal } from "@/lib/platform/errors";

/** An organisation with all of its settings; for staff who may change them. */
export type OrganisationRow = typeof organisations.$inferSelect;

type Settings = Partial<typeof organisations.$inferInsert>;
export type Context = { tx: Tx; actor: StaffActor };

/** A part of the settings that is shown, saved and found stale as one. */
export type Part<Values> = {
  /** Under this name its saves are counted. */
  name: string;
  act: string;
  read: (row: OrganisationRow) => Values;
  write: (values: Values, row: OrganisationRow) => Settings;
  /** How a value is said to people, where it is more than itself. */
  words?: { [Field in keyof Values]?: (value: Values[Field]) => string };
};

/** Which save of a part the row holds; 1 while nobody has saved it. */
export const versionOf = (row: Pick<OrganisationRow, "saves">, name: string): number =>
  row.saves[name]?.version ?? 1;

/** The settings of the organisation; refused when they cannot be seen. */
export async function findSettings(tx: Tx, organisationId: string): Promise<OrganisationRow> {
  return only(await tx.select().from(organisations).where(eq(organisations.id, organisationId)));
}

/** The same, locked until the transaction ends: saves come one after the other. */
export async function lockSettings({ tx, actor }: Context): Promise<OrganisationRow> {
  const own = eq(organisations.id, actor.organisationId);
  return only(await tx.select().from(organisations).where(own).for("update"));
}

/**
 * Saves a part of the settings with its audit event, unless nothing in it changed; refused as stale, with what differs, when somebody
 * else saved it since `version`.
 */
export async function savePart<Values extends Record<string, unknown>>(
  context: Context,
  part: Part<Values>,
  version: number,
  typed: Values,
): Promise<{ version: number; changed: (keyof Values & string)[] }> {
  const row = await lockSettings(context);
  const stored = part.read(row);
  if (versionOf(row, part.name) !== version) throw stale(row, part, stored, typed);
  const fields = Object.keys(typed) as (keyof Values & string)[];
  const changed = fields.filter((field) => !isSame(stored[field], typed[field]));
  if (changed.length === 0) return { version, changed };
  const save = { version: version + 1, by: context.actor.name, at: clock.now().toISOString() };
  await writeSettings(context, row, {
    ...part.write(typed, row),
    saves: { ...row.saves, [part.name]: save },
  });
  const of = (side: Values) => Object.fromEntries(changed.map((field) => [field, side[field]]));
  await record(context.tx, context.actor, { act: part.act, before: of(stored), after: of(typed) });
  return { version: save.version, changed };
}

/** Writes columns of the organisation that the caller has locked. */
export async function writeSettings(
  { tx }: Context,
  { id }: OrganisationRow,
  settings: Settings,
): Promise<void> {
  const written = await tx.update(organisations).set(settings).where(eq(organisations.id, id));
  if (written.rowCount !== 1) throw new Refusal("forbidden", "These settings are not yours to change.");
}

function only([row]: OrganisationRow[]): OrganisationRow {
  if (!row) throw new Refusal("not-found", "This organisation is gone.");
  return row;
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

function stale<Values extends Record<string, unknown>>(
  row: OrganisationRow,
  part: Part<Values>,
  stored: Values,
  typed: Values,
): Refusal {
  const say = <Field extends keyof Values & string>(side: Values, field: Field) =>
    part.words?.[field]?.(side[field]) ?? String(side[field] ?? "");
  const differences = Object.keys(typed)
    .map((field) => ({ field, theirs: say(stored, field), yours: say(typed, field) }))
    .filter(({ theirs, yours }) => theirs !== yours);
  const who = row.saves[part.name]?.by ?? "Somebody";
  const message = `${who} saved this after you opened it. Nothing of yours was saved yet, and what you typed is still here.`;
  return new Refusal("stale", message, undefined, { version: versionOf(row, part.name), differences });
}
