import fc from "fast-check";
import type { StaffActor } from "@/db/actor";
import { asActor } from "@/db/as-actor";
import { listCompanies, PAGE_SIZE } from "@/lib/companies/list-companies";
import { companyListParams, readCompanyList, sortKeys } from "@/lib/companies/list-input";
import { listCompanyOptions } from "@/lib/companies/list-options";
import { writeCursor } from "@/lib/paging/keyset";
import { newId } from "@/lib/platform/ids";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople } from "@/tests/support/people";
import { assign, colleague, create } from "./support";

type Params = Record<string, string | string[] | undefined>;

let ada: StaffActor;

beforeEach(async () => {
  await resetDatabase();
  ada = (await somePeople()).staff;
  await asSuperuser("DELETE FROM contacts");
  await asSuperuser("DELETE FROM companies");
});

const list = (params: Params = {}, actor = ada, kind: "customer" | "supplier" = "customer") =>
  asActor(actor, (tx) => listCompanies(tx, actor, kind, readCompanyList(params)));
const names = async (params?: Params, actor?: StaffActor) =>
  (await list(params, actor)).rows.map(({ name }) => name);

type Seed = { name: string; code: string; city: string; status: string; minute: number };

/** Writes many companies at once, as an import would. */
async function seed(rows: readonly Partial<Seed>[], organisationId = ada.organisationId): Promise<void> {
  const values = rows.map((row, index) => [
    ...[organisationId, newId(), row.name ?? `Company ${index}`, row.code ?? `K${index}`],
    ...[row.city ?? "", row.status ?? "active", `2026-01-01 00:${row.minute ?? 10}:00.000001+00`],
  ]);
  const tuple = (_: unknown, row: number) =>
    `('customer', ${Array.from({ length: 7 }, (__, column) => `$${row * 7 + column + 1}`).join(", ")})`;
  await asSuperuser(
    `INSERT INTO companies (kind, organisation_id, id, name, code, city, status, updated_at) VALUES ${values.map(tuple).join(", ")}`,
    values.flat(),
  );
}

// Names that sort alike or nearly so: letter case, accents, punctuation and doubles are where paging by key goes wrong.
const tricky = [
  "Ana",
  "ana",
  "Ána",
  "ANA",
  "A-na",
  "Ana ",
  "Zoë",
  "zoe",
  "Éclair",
  "eclair",
  "",
  "ß",
  "ss",
  "Ō",
  "o",
  "李",
  "%",
  "_",
];
const seeds = fc.array(
  fc.record({
    name: fc.constantFrom(...tricky),
    city: fc.constantFrom("Bern", "bern", "Bérn", "", "Zug"),
    status: fc.constantFrom("active", "inactive", "blacklisted", "closed"),
    minute: fc.integer({ min: 10, max: 12 }),
  }),
  { minLength: 1, maxLength: 2 * PAGE_SIZE + 20 },
);

async function walkAll(
  params: Params,
): Promise<{ pages: string[][]; last: Awaited<ReturnType<typeof list>> }> {
  const pages: string[][] = [];
  let page = await list(params);
  for (;;) {
    pages.push(page.rows.map(({ id }) => id));
    if (!page.older || pages.length > 9) return { pages, last: page };
    page = await list({ ...params, page: page.older });
  }
}

async function walkBack(params: Params, from: Awaited<ReturnType<typeof list>>): Promise<string[][]> {
  const pages = [from.rows.map(({ id }) => id)];
  for (let newer = from.newer; newer && pages.length < 9;) {
    const page = await list({ ...params, page: newer });
    pages.unshift(page.rows.map(({ id }) => id));
    newer = page.newer;
  }
  return pages;
}

describe("paging", () => {
  it("meets every company exactly once under every sort, and again on the way back", async () => {
    const sorts = sortKeys.flatMap((key) => [key, `-${key}`]);
    await fc.assert(
      fc.asyncProperty(seeds, fc.constantFrom(...sorts), async (rows, sort) => {
        await asSuperuser("DELETE FROM companies");
        await seed(rows);
        const params = { sort, status: "all" };
        const { pages, last } = await walkAll(params);
        const met = pages.flat();
        expect(new Set(met).size).toBe(met.length);
        expect(met).toHaveLength(rows.length);
        expect(await walkBack(params, last)).toEqual(pages);
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it("sorts names as people expect", async () => {
    await seed(["Zoë", "Arzt", "Ärzte", "arzneien", "Östra", "Olaf"].map((name) => ({ name })));
    expect(await names()).toEqual(["arzneien", "Arzt", "Ärzte", "Olaf", "Östra", "Zoë"]);
    expect(await names({ sort: "-name" })).toEqual(["Zoë", "Östra", "Olaf", "Ärzte", "Arzt", "arzneien"]);
  });

  it("goes on where it was when companies are added or removed in between", async () => {
    await seed(Array.from({ length: 60 }, (_, index) => ({ name: `N${String(index).padStart(2, "0")}` })));
    const first = await list();
    await seed([{ name: "A new one", code: "NEW" }]);
    await asSuperuser("DELETE FROM companies WHERE name = 'N49'");
    expect(await names({ page: first.older })).toEqual(
      Array.from({ length: 10 }, (_, index) => `N${50 + index}`),
    );
  });

  it.each([
    "x",
    "W10",
    "%00",
    "a".repeat(3_000),
    writeCursor({ side: "after", value: "not a moment", id: newId() }),
    writeCursor({ side: "after", value: "2026-02-31 00:00:00.000000+00", id: newId() }),
    writeCursor({ side: "before", value: '["active"]', id: newId() }),
    writeCursor({ side: "before", value: '["active",1]', id: newId() }),
    writeCursor({ side: "after", value: "\uffff", id: newId() }),
    Buffer.from(JSON.stringify([1, "A\u0000", newId()])).toString("base64url"),
    Buffer.from(JSON.stringify([1, "A", "no id"])).toString("base64url"),
  ])("shows the first page for a cursor that makes no sense: %s", async (page) => {
    await seed([{ name: "Acme" }]);
    for (const sort of sortKeys) expect(await names({ sort, page })).toEqual(["Acme"]);
  });
});

describe("counting", () => {
  it("counts what is in reach, of that kind and not closed", async () => {
    await seed([{}, { status: "inactive" }, { status: "closed" }]);
    await create(ada, { kind: "supplier" });
    expect((await list()).total).toEqual({ count: 2, isMore: false });
    expect((await list({ status: "all" })).total).toEqual({ count: 3, isMore: false });
  });

  it("counts what a search finds, also on later pages", async () => {
    await seed([...Array.from({ length: 55 }, () => ({ name: "Rare bird" })), {}, {}]);
    const first = await list({ q: "bird" });
    expect(first.total).toEqual({ count: 50, isMore: true });
    expect((await list({ q: "bird", page: first.older })).total).toEqual({ count: 55, isMore: false });
    expect((await list({ q: "nothing" })).total).toEqual({ count: 0, isMore: false });
  });
});

describe("searching", () => {
  beforeEach(async () => {
    await seed([
      { name: "Alfreds Futterkiste", code: "ALFKI" },
      { name: "Café Müller", code: "MUE-01" },
      { name: "100% Cotton_Mills", code: "COT" },
      { name: "Östra Handel AB", code: "OST", status: "closed" },
    ]);
    await asSuperuser("UPDATE companies SET short_name = 'Fuki' WHERE code = 'ALFKI'");
  });

  it.each([
    ["alfki", ["Alfreds Futterkiste"]],
    ["LFK", ["Alfreds Futterkiste"]],
    ["futter alf", ["Alfreds Futterkiste"]],
    ["fuki", ["Alfreds Futterkiste"]],
    ["cafe muller", ["Café Müller"]],
    ["CAFÉ", ["Café Müller"]],
    ["e-0", ["Café Müller"]],
    ["mü", ["Café Müller"]],
    ["m", ["Café Müller"]],
    ["100%", ["100% Cotton_Mills"]],
    ["%", []],
    ["_", []],
    ["n_m", ["100% Cotton_Mills"]],
    ["nxm", []],
    ["\\", []],
    ["'; DELETE FROM companies; --", []],
    ["ostra", []],
    ["a\u0000b", []],
    ["   ", ["100% Cotton_Mills", "Alfreds Futterkiste", "Café Müller"]],
  ])("by a part of code or name, %j", async (q, found) => {
    expect(await names({ q })).toEqual(found);
  });

  it("goes together with the filter by status", async () => {
    expect(await names({ q: "ostra", status: "all" })).toEqual(["Östra Handel AB"]);
    expect(await names({ q: "ostra", status: ["active", "closed"] })).toEqual(["Östra Handel AB"]);
    expect(await names({ q: "alf", status: "closed" })).toEqual([]);
  });

  it("finds the few among many by the index, and the many by walking, the same ones either way", async () => {
    await seed(
      Array.from({ length: 400 }, (_, index) => ({
        name: `Bulk ${index % 2 ? "odd" : "even"}`,
        code: `B${index}`,
      })),
    );
    await seed(["Bulk needle one", "Zz needle two"].map((name, index) => ({ name, code: `Z${index}` })));
    expect(await names({ q: "needle" })).toEqual(["Bulk needle one", "Zz needle two"]);
    const odd = await list({ q: "odd" });
    expect(odd.rows).toHaveLength(PAGE_SIZE);
    expect(new Set(odd.rows.map(({ name }) => name))).toEqual(new Set(["Bulk odd"]));
    const { pages } = await walkAll({ q: "odd" });
    expect(new Set(pages.flat()).size).toBe(200);
  });
});

describe("reach", () => {
  it("shows nothing of another organisation", async () => {
    const rival = (await somePeople("rival")).staff;
    await seed([{ name: "Ours" }]);
    expect(await names({}, rival)).toEqual(["Parkway Cinemas"]);
    expect(await names({ q: "ours" }, rival)).toEqual([]);
  });

  it("shows staff of limited reach their companies only, in lists, searches, counts and choices alike", async () => {
    const bo = await colleague(ada);
    const mine = await create(ada, { name: "Mine to see" });
    const parent = await create(ada, { name: "Not mine to see" });
    await asSuperuser("UPDATE companies SET parent_id = $1 WHERE id = $2", [parent.id, mine.id]);
    await assign(bo, mine.id);
    const seen = await list({}, bo);
    expect(seen.rows.map(({ name, parentName }) => ({ name, parentName }))).toEqual([
      { name: "Mine to see", parentName: null },
    ]);
    expect(seen.total).toEqual({ count: 1, isMore: false });
    expect((await list({ q: "see" }, bo)).total).toEqual({ count: 1, isMore: false });
    const options = await asActor(bo, (tx) => listCompanyOptions(tx, bo, "customer", { q: "see" }));
    expect(options.map(({ label }) => label)).toEqual(["Mine to see"]);
    expect(await names({}, await colleague(ada, "administered"))).toEqual([]);
  });
});

describe("the address of the grid", () => {
  it.each<Params>([
    {},
    { q: "acme", sort: "-updated", status: ["active", "closed"], columns: ["code", "email"] },
    { status: "all", sort: "code", page: "W10" },
  ])("says the same when it is read and written again: %j", (params) => {
    const query = readCompanyList(params);
    expect(readCompanyList(companyListParams(query))).toEqual(query);
  });

  it("leaves out what it does not know", () => {
    const query = readCompanyList({
      sort: "password",
      status: ["gone"],
      columns: ["__proto__"],
      q: ["a", "b"],
    });
    expect(query).toEqual({ ...readCompanyList({}), q: "a" });
  });
});

it("offers up to ten companies to choose from, without the one that asks", async () => {
  await seed(
    Array.from({ length: 15 }, (_, index) => ({
      name: `Site ${String(index).padStart(2, "0")}`,
      code: `S${index}`,
      city: "Bern",
    })),
  );
  const all = await asActor(ada, (tx) => listCompanyOptions(tx, ada, "customer", { q: "" }));
  expect(all).toHaveLength(10);
  expect(all[0]).toMatchObject({ label: "Site 00", detail: "S0 · Bern" });
  const others = await asActor(ada, (tx) =>
    listCompanyOptions(tx, ada, "customer", { q: "site", not: all[0]?.value }),
  );
  expect(others.map(({ label }) => label)).toEqual(
    Array.from({ length: 10 }, (_, index) => `Site ${String(index + 1).padStart(2, "0")}`),
  );
});
