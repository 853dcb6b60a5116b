import fc from "fast-check";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/as-actor";
import { accessFilterInput, accessStandings, type AccessFilter } from "@/lib/access/access-filter";
import { coverageOf } from "@/lib/access/coverage";
import { filteredContactIds } from "@/lib/access/filter-contacts";
import { listAccessContacts } from "@/lib/access/list-access-contacts";
import { operationInput } from "@/lib/access/operations";
import { permissions } from "@/lib/access/permissions";
import { loadAccessOf } from "@/lib/access/queries";
import { resolveAccess, type AccessAnswer } from "@/lib/access/resolve-access";
import { clock } from "@/lib/platform/clock";
import { resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";
import { stories, TODAY } from "./random-stories";
import { played, type World } from "./stories-in-the-database";

const { now } = clock;
let people: People;

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
  clock.now = () => new Date(`${TODAY}T12:00:00Z`);
});
afterEach(() => (clock.now = now));

const filters = fc.record({
  audience: fc.constantFrom("customer" as const, "supplier" as const),
  permission: fc.constantFrom("canRegister" as const, "enquiries" as const, "invoices" as const),
  standing: fc.constantFrom(...accessStandings),
  deactivated: fc.boolean(),
});

const stands: Record<AccessFilter["standing"], (answer: AccessAnswer) => boolean> = {
  usable: ({ usable }) => usable,
  allowed: ({ allowed }) => allowed,
  "without-effect": ({ allowed, usable }) => allowed && !usable,
  "not-allowed": ({ allowed }) => !allowed,
};

async function oneByOne(tx: Tx, world: World, audience: "customer" | "supplier", filter: AccessFilter) {
  const ids = [...world.contacts.map(({ id }) => id), people.contactId];
  const { rows } = await tx.execute<{ id: string }>(
    sql`SELECT id FROM contacts WHERE ${filter.deactivated} OR deactivated_at IS NULL`,
  );
  const shown = new Set(rows.map(({ id }) => id));
  const { permission, standing } = filter;
  return [...(await loadAccessOf(tx, ids))]
    .filter(([id, access]) => {
      const answer = permission && access.permissions.get(permission);
      return access.audience === audience && shown.has(id) && answer && stands[standing](answer);
    })
    .map(([id]) => id)
    .sort();
}

it("finds by permission the contacts that one by one stand so, as a set, as a page and among some", async () => {
  await fc.assert(
    fc.asyncProperty(stories, filters, (story, { audience, ...asked }) =>
      played(people.staff, story, async (tx, world) => {
        const filter = accessFilterInput.parse(asked);
        const expected = await oneByOne(tx, world, audience, filter);
        const { rows } = await tx.execute<{ id: string }>(filteredContactIds(audience, filter));
        expect(rows.map(({ id }) => id).sort()).toEqual(expected);
        const query = { audience, filter, sort: "name", descending: false } as const;
        const page = await listAccessContacts(tx, people.staff, query);
        expect(page.rows.map(({ id }) => id).sort()).toEqual(expected);
        expect(page.total.count).toBe(expected.length);
        const operation = operationInput.parse({
          subject: "canRegister",
          effect: "allow",
          reach: { kind: "filter", filter },
        });
        const contactIds = [...world.contacts.map(({ id }) => id), people.contactId];
        const coverage = await coverageOf(tx, {
          audience,
          operations: [operation],
          contactIds,
          companyIds: [],
        });
        expect(coverage.operations[0]?.contactIds.sort()).toEqual(expected);
      }),
    ),
    { numRuns: 60 },
  );
}, 120_000);

it("brings with a page the entries by which the browser decides every cell as the server does", async () => {
  await fc.assert(
    fc.asyncProperty(stories, (story) =>
      played(people.staff, story, async (tx, world) => {
        const filter = accessFilterInput.parse({ deactivated: true });
        for (const audience of ["customer", "supplier"] as const) {
          const query = { audience, filter, sort: "company", descending: true } as const;
          const { rows, entries, today } = await listAccessContacts(tx, people.staff, query);
          const shown = rows.map(({ subject }) => resolveAccess(subject, entries, today));
          const known = await loadAccessOf(
            tx,
            rows.map(({ id }) => id),
          );
          const all = world.contacts.filter(({ kind }) => kind === audience);
          expect(rows.length).toBe(all.length + (audience === "customer" ? 1 : 0));
          for (const access of shown)
            for (const { id } of permissions[audience])
              expect(access.permissions.get(id)).toEqual(known.get(access.contactId)?.permissions.get(id));
        }
      }),
    ),
    { numRuns: 20 },
  );
}, 120_000);
