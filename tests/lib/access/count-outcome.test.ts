import fc from "fast-check";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { accessFilterInput } from "@/lib/access/access-filter";
import { appendChange, type NewEntry } from "@/lib/access/append-change";
import { countOutcome, type Outcome } from "@/lib/access/count-outcome";
import { filteredContactIds } from "@/lib/access/filter-contacts";
import { FULL, operationInput, subjectsOf, type Operation } from "@/lib/access/operations";
import { SERVICES, type Audience, type PermissionId } from "@/lib/access/permissions";
import { loadAccessOf, loadServicesOf } from "@/lib/access/queries";
import type { ContactAccess, Obstacle } from "@/lib/access/resolve-access";
import { clock } from "@/lib/platform/clock";
import { resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";
import { counted, stories, TODAY } from "./random-stories";
import { played, type World } from "./stories-in-the-database";

const { now } = clock;
let people: People;

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
  clock.now = () => new Date(`${TODAY}T12:00:00Z`);
});
afterEach(() => (clock.now = now));

const asked = fc.record({
  audience: fc.constantFrom<Audience>("customer", "supplier"),
  subject: fc.constantFrom("canRegister" as const, "invoices" as const, FULL, SERVICES),
  effect: fc.constantFrom("allow" as const, "deny" as const, "inherit" as const),
  reach: fc.constantFrom("everyone", "companies", "tree", "filter", "contact"),
  target: fc.nat(20),
  standing: fc.constantFrom("usable", "allowed", "without-effect", "not-allowed"),
  lastDay: fc.constantFrom(null, null, null, "2026-06-14", "2026-06-15"),
});
type Asked = typeof asked extends fc.Arbitrary<infer T> ? T : never;

function operationOf({ subject, effect, target, standing, lastDay, ...rest }: Asked, world: World) {
  const company = counted(world.companies, target).id;
  const reaches = {
    everyone: { kind: "everyone" },
    companies: { kind: "companies", companyIds: [company, people.companyId] },
    tree: { kind: "tree", companyId: company },
    filter: { kind: "filter", filter: accessFilterInput.parse({ permission: "invoices", standing }) },
    contact: { kind: "contact", contactId: counted(world.contacts, target).id },
  };
  const reach = reaches[rest.reach as keyof typeof reaches];
  return operationInput.safeParse({ subject, effect, reach, lastDay }).data;
}

type Reached = { companyIds: string[]; contactIds: string[] };

/** Who is reached, by plain queries. */
async function reachOf(tx: Tx, audience: Audience, { reach }: Operation): Promise<Reached> {
  const ids = async (query: ReturnType<typeof sql>) =>
    (await tx.execute<{ id: string }>(query)).rows.map(({ id }) => id);
  if (reach.kind === "contact" || reach.kind === "filter") {
    const one = reach.kind === "contact" ? [reach.contactId] : null;
    const contactIds = one
      ? await ids(
          sql`SELECT id FROM contacts WHERE id = ANY (${sql.param(one)}::uuid[]) AND kind = ${audience}`,
        )
      : await ids(
          filteredContactIds(audience, reach.kind === "filter" ? reach.filter : accessFilterInput.parse({})),
        );
    const companyIds = await ids(
      sql`SELECT DISTINCT company_id AS id FROM contacts WHERE id = ANY (${sql.param(contactIds)}::uuid[])`,
    );
    return { contactIds, companyIds };
  }
  const all = await ids(sql`SELECT id FROM companies WHERE kind = ${audience}`);
  const named =
    reach.kind === "companies"
      ? reach.companyIds
      : reach.kind === "tree"
        ? await withSites(tx, reach.companyId)
        : all;
  const companyIds = all.filter((id) => named.includes(id));
  const contactIds = await ids(
    sql`SELECT id FROM contacts WHERE company_id = ANY (${sql.param(companyIds)}::uuid[])`,
  );
  return { companyIds, contactIds };
}

/** A company and its sites, found a level at a time. */
async function withSites(tx: Tx, companyId: string): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(
    sql`SELECT id FROM companies WHERE parent_id = ${companyId}`,
  );
  const all = [companyId];
  for (const { id } of rows) all.push(...(await withSites(tx, id)));
  return all;
}

/** The lines by which the operation would be saved, one for each company or contact reached. */
function entriesOf(audience: Audience, operation: Operation, reached: Reached): NewEntry[] {
  const { effect, lastDay, reach } = operation;
  return subjectsOf(operation, audience).flatMap((permission): NewEntry[] => {
    const common = { audience, permission, effect, lastDay };
    if (reach.kind === "everyone") return [{ ...common, scope: "everyone" }];
    return reach.kind === "contact" || reach.kind === "filter"
      ? reached.contactIds.map((contactId) => ({ ...common, scope: "contact", contactId }))
      : reached.companyIds.map((companyId) => ({ ...common, scope: "company", companyId }));
  });
}

const cells = ({ permissions }: ContactAccess) =>
  [...permissions].flatMap(([id, { allowed, usable }]) => [
    ...(allowed ? [`${id} allowed`] : []),
    ...(usable ? [`${id} usable`] : []),
  ]);

function obstacleOf(access: ContactAccess, said: readonly PermissionId[]): Obstacle | null {
  const allowed = said.flatMap((id) => access.permissions.get(id) ?? []).filter((answer) => answer.allowed);
  if (allowed.length === 0 || allowed.some(({ usable }) => usable)) return null;
  const isOffered = (obstacles: readonly Obstacle[]) => !obstacles.includes("module-off");
  const best = allowed.find(({ obstacles }) => isOffered(obstacles)) ?? allowed[0];
  return best?.obstacles[0] ?? null;
}

/** Saves the operation and counts who can do what before and after, contact by contact. */
async function oneByOne(tx: Tx, audience: Audience, operation: Operation): Promise<Outcome> {
  const reached = await reachOf(tx, audience, operation);
  const services = async () => loadServicesOf(tx, reached.companyIds);
  const [wereOn, before] = [await services(), await loadAccessOf(tx, reached.contactIds)];
  const entries = entriesOf(audience, operation, reached);
  if (entries.length > 0) await appendChange(tx, people.staff, { summary: "Tried", entries });
  const [areOn, after] = [await services(), await loadAccessOf(tx, reached.contactIds)];
  const isForServices = operation.subject === SERVICES;
  const companyIds = reached.companyIds.filter(
    (id) => !isForServices || wereOn.get(id)?.on !== areOn.get(id)?.on,
  );
  const { rows } = await tx.execute<{ id: string; companyId: string }>(
    sql`SELECT id, company_id AS "companyId" FROM contacts WHERE id = ANY (${sql.param(reached.contactIds)}::uuid[])`,
  );
  const contacts = rows.filter(({ companyId }) => companyIds.includes(companyId)).map(({ id }) => id);
  const has = (access: ContactAccess | undefined, cell: string) =>
    access !== undefined && cells(access).includes(cell);
  const gains = (id: string) => cells(after.get(id)!).some((cell) => !has(before.get(id), cell));
  const loses = (id: string) => cells(before.get(id)!).some((cell) => !has(after.get(id), cell));
  const said = subjectsOf(operation, audience).filter((id): id is PermissionId => id !== SERVICES);
  const hasEnded = operation.lastDay !== null && operation.lastDay < TODAY;
  const byIt = (access: ContactAccess) =>
    isForServices && operation.effect === "allow" ? [...access.permissions.keys()] : said;
  const reasons = contacts.flatMap((id) =>
    hasEnded ? [] : (obstacleOf(after.get(id)!, byIt(after.get(id)!)) ?? []),
  );
  return {
    companies: companyIds.length,
    contacts: contacts.length,
    gain: contacts.filter(gains).length,
    lose: contacts.filter(loses).length,
    unchanged: contacts.filter((id) => !gains(id) && !loses(id)).length,
    withoutEffect: [...new Set(reasons)].map((reason) => ({
      reason,
      contacts: reasons.filter((each) => each === reason).length,
    })),
  };
}

const ordered = ({ withoutEffect, ...outcome }: Outcome) => ({
  ...outcome,
  withoutEffect: withoutEffect.map(({ reason, contacts }) => `${reason} ${contacts}`).sort(),
});

it("counts what saving the operation would then show of each contact, on random ledgers", async () => {
  await fc.assert(
    fc.asyncProperty(stories, fc.array(asked, { minLength: 4, maxLength: 4 }), (story, all) =>
      played(people.staff, story, async (tx, world) => {
        for (const each of all) {
          const operation = operationOf(each, world);
          if (!operation) continue;
          const { audience } = each;
          const outcome = await countOutcome(tx, { audience, operation });
          expect(ordered(outcome)).toEqual(ordered(await oneByOne(tx, audience, operation)));
        }
      }),
    ),
    { numRuns: 25 },
  );
}, 240_000);
