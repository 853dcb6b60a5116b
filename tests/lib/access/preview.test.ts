import fc from "fast-check";
import { asActor } from "@/db/as-actor";
import { coveredBy } from "@/lib/access/coverage";
import { everybody } from "@/lib/access/access-filter";
import { findAccessContact } from "@/lib/access/list-access-contacts";
import { FULL, operationInput, type Operation } from "@/lib/access/operations";
import { permissions, SERVICES } from "@/lib/access/permissions";
import { resolveAccess, type ContactAccess } from "@/lib/access/resolve-access";
import { stagedEntries, type Coverage } from "@/lib/access/staged-entries";
import { resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";
import { addCompany, addContact, addGroupRole, save } from "./arrange";

const RUNS = 40;

let people: People;
let companyIds: string[];
let contactIds: string[];

beforeAll(async () => {
  await resetDatabase();
  people = await somePeople();
  const site = await addCompany(people, "Site", { parentId: people.companyId });
  const below = await addCompany(people, "Below", { parentId: site });
  companyIds = [people.companyId, site, below, await addCompany(people, "Apart")];
  contactIds = [people.contactId];
  for (const companyId of companyIds)
    for (const name of ["Ada", "Bea"]) contactIds.push(await addContact(people, companyId, name));
  await addGroupRole(people, "Buyer", ["placeOrders", "invoices"], contactIds.slice(0, 4));
});

const subject = fc.constantFrom("invoices", "placeOrders", "canRegister", FULL, SERVICES);

const reach = fc.oneof(
  fc.constant({ kind: "everyone" }),
  fc.nat(3).map((at) => ({ kind: "tree", companyId: companyIds[at] })),
  fc.subarray([0, 1, 2, 3], { minLength: 1 }).map((some) => ({
    kind: "companies",
    companyIds: some.map((at) => companyIds[at]),
  })),
  fc.nat(8).map((at) => ({ kind: "contact", contactId: contactIds[at] })),
  fc
    .record({
      q: fc.constantFrom("", "Ada"),
      permission: fc.constantFrom(null, "invoices", "placeOrders"),
      standing: fc.constantFrom("usable", "allowed", "without-effect", "not-allowed"),
    })
    .map((filter) => ({ kind: "filter", filter: { ...everybody, ...filter } })),
);

const operations = fc
  .array(fc.record({ subject, effect: fc.constantFrom("allow", "deny", "inherit"), reach }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((all) => all.flatMap((one) => operationInput.safeParse(one).data ?? []))
  .filter((all) => all.length > 0);

const cells = (access: ContactAccess) =>
  permissions.customer.map(({ id }) => {
    const { allowed, usable } = access.permissions.get(id) ?? {};
    return `${id} ${allowed} ${usable}`;
  });

const seen = () =>
  asActor(people.staff, async (tx) => {
    const found = [];
    for (const id of contactIds) found.push((await findAccessContact(tx, id)) ?? fail(id));
    return found;
  });

function fail(id: string): never {
  throw new Error(`${id} cannot be seen.`);
}

/** What the screen would show of every contact with these operations staged. */
async function previewed(staged: Operation[]): Promise<string[][]> {
  const asked = { audience: "customer" as const, operations: staged, contactIds, companyIds };
  const covered = await asActor(people.staff, (tx) => coveredBy({ tx }, asked));
  const coverage: Coverage = Object.fromEntries(covered.map((each, at) => [String(at), each]));
  const named = staged.map((operation, at) => ({ id: String(at), label: "", operation }));
  const lines = stagedEntries(named, { audience: "customer", coverage, now: new Date() });
  return (await seen()).map(({ contact, entries, today }) =>
    cells(resolveAccess(contact.subject, [...entries, ...lines], today)),
  );
}

it("shows of staged operations just what Update makes of them", async () => {
  await fc.assert(
    fc.asyncProperty(operations, async (staged) => {
      const before = await previewed(staged);
      await save(people.staff, staged).catch((refused: Error) => {
        // A filter that finds nobody is refused, and would leave nothing to compare.
        fc.pre(!refused.message.includes("finds nobody"));
        throw refused;
      });
      const after = (await seen()).map(({ contact, entries, today }) =>
        cells(resolveAccess(contact.subject, entries, today)),
      );
      expect(before).toEqual(after);
    }),
    { numRuns: RUNS },
  );
});
