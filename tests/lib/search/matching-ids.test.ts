import { inArray } from "drizzle-orm";
import { asActor } from "@/db/as-actor";
import { contacts } from "@/db/schema";
import { matchingIds } from "@/lib/search/matching-ids";
import { newId } from "@/lib/platform/ids";
import { resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";

let people: People;

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople("winslow", { contact: "José Ärzt-Müller" });
  const rows = ["Bo Li", "100% Cotton_Mills", "Ana O'Brien"].map((name) => ({
    organisationId: people.organisationId,
    id: newId(),
    companyId: people.companyId,
    kind: "customer" as const,
    name,
    accessSince: 1,
  }));
  await asActor(people.staff, (tx) => tx.insert(contacts).values(rows));
  await somePeople("rival", { contact: "José Rival" });
});

const found = async (query: string) =>
  (
    await asActor(people.staff, (tx) =>
      tx
        .select({ name: contacts.name })
        .from(contacts)
        .where(inArray(contacts.id, matchingIds("contact", query)))
        .orderBy(contacts.name),
    )
  ).map(({ name }) => name);

it.each([
  ["jose", ["José Ärzt-Müller"]],
  ["MÜLLER", ["José Ärzt-Müller"]],
  ["zt-mul", ["José Ärzt-Müller"]],
  ["ana@winslow", ["José Ärzt-Müller"]],
  ["li", ["Bo Li"]],
  ["li bo", ["Bo Li"]],
  ["bo nobody", []],
  ["o'br", ["Ana O'Brien"]],
  ["100%", ["100% Cotton_Mills"]],
  ["%", []],
  ["on_m", ["100% Cotton_Mills"]],
  ["onxm", []],
  ["'; DROP TABLE contacts; --", []],
])("finds by the part of a name or e-mail %j", async (query, names) => {
  expect(await found(query)).toEqual(names);
});
