import { asActor } from "@/db/as-actor";
import { contacts } from "@/db/schema";
import { appendChange, type NewEntry } from "@/lib/access/append-change";
import { listWho } from "@/lib/access/list-who";
import { readWho, whoHref } from "@/lib/access/who-input";
import { csvText } from "@/lib/exports/csv-text";
import { exportWho } from "@/lib/exports/export-who";
import { newId } from "@/lib/platform/ids";
import { resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";

const reader = { locale: "en-GB", timeZone: "UTC" };
let people: People;

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
});

const asked = (params: Record<string, string> = {}) => readWho({ may: "invoices", ...params });
const who = (params?: Record<string, string>, size?: number) =>
  asActor(people.staff, (tx) => listWho(tx, people.staff, asked(params), reader, size));
const append = (...entries: NewEntry[]) =>
  asActor(people.staff, (tx) => appendChange(tx, people.staff, { summary: "Enable invoices", entries }));

const audience = "customer" as const;
const invoices = { scope: "everyone", audience, permission: "invoices", effect: "allow" } as const;
const services = { scope: "everyone", audience, permission: "services", effect: "allow" } as const;

async function addContact(name: string, deactivatedAt: Date | null = null): Promise<string> {
  const id = newId();
  const { organisationId, companyId } = people;
  const row = { organisationId, id, companyId, kind: audience, name, accessSince: 1, deactivatedAt };
  await asActor(people.staff, (tx) => tx.insert(contacts).values(row));
  return id;
}

describe("who can see what", () => {
  it("names nobody before anything was granted", async () => {
    expect((await who()).rows).toEqual([]);
  });

  it("tells those who can use it now from those for whom it has no effect, with the reason", async () => {
    await append(invoices, services);
    await addContact("Yoshi Latimer", new Date());
    const { rows } = await who();
    expect(rows.map(({ name, isUsable }) => [name, isUsable])).toEqual([
      ["Ana Trujillo", true],
      ["Yoshi Latimer", false],
    ]);
    expect(rows[1]?.reason).toMatch(/^No effect: the contact is deactivated\. Allowed by ‘Enable invoices’/);
    expect((await who({ standing: "usable" })).rows.map(({ name }) => name)).toEqual(["Ana Trujillo"]);
    expect((await who({ standing: "without-effect" })).rows.map(({ name }) => name)).toEqual([
      "Yoshi Latimer",
    ]);
  });

  it("is found by words of the contact, by words of the company, and by one company", async () => {
    await append(invoices);
    const found = async (params: Record<string, string>) => (await who(params)).rows.length;
    expect(await found({ q: "truj" })).toBe(1);
    expect(await found({ q: "somebody" })).toBe(0);
    expect(await found({ of: "parkway" })).toBe(1);
    expect(await found({ of: "elsewhere" })).toBe(0);
    expect(await found({ company: people.companyId })).toBe(1);
    expect(await found({ company: newId() })).toBe(0);
    expect(await found({ portal: "supplier" })).toBe(0);
  });

  it("shows nobody of another organisation, whichever company is named", async () => {
    await append(invoices);
    const rival = await somePeople("rival");
    const theirs = (params = {}) =>
      asActor(rival.staff, (tx) => listWho(tx, rival.staff, asked(params), reader));
    expect((await theirs()).rows).toEqual([]);
    expect((await theirs({ company: people.companyId })).rows).toEqual([]);
  });

  it("goes on from page to page and back", async () => {
    await append(invoices);
    for (const name of ["Bo", "Cy", "Di"]) await addContact(name);
    const first = await who({}, 2);
    const second = await who({ page: first.older ?? "" }, 2);
    const back = await who({ page: second.newer ?? "" }, 2);
    expect(first.rows.map(({ name }) => name)).toEqual(["Ana Trujillo", "Bo"]);
    expect(second.rows.map(({ name }) => name)).toEqual(["Cy", "Di"]);
    expect(back.rows).toEqual(first.rows);
  });

  it("is downloaded with every row, and no cell that a spreadsheet would run", async () => {
    await append(invoices);
    await addContact("=HYPERLINK(1)");
    const { headings, batches } = exportWho(people.staff, asked(), reader);
    const rows = [[...headings]];
    for await (const batch of batches) rows.push(...batch);
    expect(rows.map(([name]) => name)).toEqual(["Name", "=HYPERLINK(1)", "Ana Trujillo"]);
    expect(csvText(rows)).not.toMatch(/(^|[,"\n])=HYPERLINK/);
  });
});

it("reads back from its address what it was asked, and leaves out what it does not know", () => {
  const query = asked({
    portal: "supplier",
    standing: "usable",
    q: "ana & co",
    of: "park",
    company: newId(),
  });
  const read = Object.fromEntries(new URL(whoHref(query), "http://portal.example").searchParams);
  expect(readWho(read)).toEqual(query);
  expect(readWho({ portal: "nobody", may: "everything", standing: "so", company: "1" })).toMatchObject({
    audience: "customer",
    permission: "invoices",
    standing: "allowed",
    company: undefined,
  });
});
