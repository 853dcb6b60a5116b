import fc from "fast-check";
import { asActor } from "@/db/as-actor";
import { contacts } from "@/db/schema";
import { keyset, pageOf, readCursor, writeCursor, type Page } from "@/lib/paging/keyset";
import { newId } from "@/lib/platform/ids";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";

type Row = { name: string; id: string };
let people: People;

beforeAll(async () => {
  await resetDatabase();
  people = await somePeople();
  const names = ["Ana", "Ana", "Ana", "Ärzt", "Arzt", "Bo", "Zoë", "zoe"];
  const common = { organisationId: people.organisationId, companyId: people.companyId, accessSince: 1 };
  const rows = names.map((name) => ({ ...common, kind: "customer" as const, id: newId(), name }));
  await asSuperuser("DELETE FROM contacts");
  await asActor(people.staff, (tx) => tx.insert(contacts).values(rows));
});

async function page(size: number, descending: boolean, at?: string): Promise<Page<Row>> {
  const cursor = readCursor(at);
  const { where, orderBy } = keyset({ by: contacts.name, id: contacts.id, descending }, cursor);
  const rows = await asActor(people.staff, (tx) =>
    tx
      .select({ name: contacts.name, id: contacts.id })
      .from(contacts)
      .where(where)
      .orderBy(...orderBy)
      .limit(size + 1),
  );
  return pageOf(rows, size, cursor, ({ name, id }) => ({ value: name, id }));
}

describe.each([false, true])("pages of a list, descending: %s", (descending) => {
  it.each([1, 2, 3, 7, 8, 9])("of %i rows show each row once, onwards and back", async (size) => {
    const whole = (await page(100, descending)).rows;
    expect(whole).toHaveLength(8);
    const pages = [await page(size, descending)];
    for (let last = pages[0]; last?.older; last = pages.at(-1))
      pages.push(await page(size, descending, last.older));
    expect(pages.flatMap(({ rows }) => rows)).toEqual(whole);
    const back = [pages.at(-1) as Page<Row>];
    for (let first = back[0]; first?.newer; first = back[0])
      back.unshift(await page(size, descending, first.newer));
    expect(back).toEqual(pages);
  });
});

it("survives the trip through an address, whatever it holds", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme" }).filter((value) => !value.includes("\u0000")),
      fc.constantFrom("after" as const, "before" as const),
      (value, side) => {
        const cursor = { side, value, id: newId() };
        expect(readCursor(writeCursor(cursor))).toEqual(cursor);
      },
    ),
  );
});

it.each([
  ["nothing", ""],
  ["a letter", "x"],
  ["null", "bnVsbA"],
  ["an empty list", "W10"],
  ["no id", "WzEsIngiLCJ5Il0"],
  ["a book", "a".repeat(5_000)],
  ["a NUL", writeCursor({ side: "after", value: "\u0000", id: newId() })],
])("means the first page when it was made up: %s", (_, text) => {
  expect(readCursor(text)).toBeNull();
});

it("means the first page when its value is none of the column's", () => {
  const made = writeCursor({ side: "after", value: "tomorrow", id: newId() });
  expect(readCursor(made, (value) => !Number.isNaN(Date.parse(value)))).toBeNull();
});
