import fc from "fast-check";
import type { StaffActor } from "@/db/actor";
import { PAGE_SIZE } from "@/lib/companies/list-companies";
import { sortKeys } from "@/lib/companies/list-input";
import { writeCursor } from "@/lib/paging/keyset";
import { newId } from "@/lib/platform/ids";
import { asSuperuser } from "@/tests/support/database";
import { list, names, seed, walkAll, withoutCompanies, type Params } from "./listing";
import { create } from "./support";

let ada: StaffActor;
beforeEach(async () => {
  ada = await withoutCompanies();
});

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

async function walkBack(params: Params, from: Awaited<ReturnType<typeof list>>): Promise<string[][]> {
  const pages = [from.rows.map(({ id }) => id)];
  for (let newer = from.newer; newer && pages.length < 9;) {
    const page = await list(ada, { ...params, page: newer });
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
        await seed(ada, rows);
        const params = { sort, status: "all" };
        const { pages, last } = await walkAll(ada, params);
        const met = pages.flat();
        expect(new Set(met).size).toBe(met.length);
        expect(met).toHaveLength(rows.length);
        expect(await walkBack(params, last)).toEqual(pages);
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it("sorts names as people expect", async () => {
    await seed(
      ada,
      ["Zoë", "Arzt", "Ärzte", "arzneien", "Östra", "Olaf"].map((name) => ({ name })),
    );
    expect(await names(ada)).toEqual(["arzneien", "Arzt", "Ärzte", "Olaf", "Östra", "Zoë"]);
    expect(await names(ada, { sort: "-name" })).toEqual([
      "Zoë",
      "Östra",
      "Olaf",
      "Ärzte",
      "Arzt",
      "arzneien",
    ]);
  });

  it("goes on where it was when companies are added or removed in between", async () => {
    await seed(
      ada,
      Array.from({ length: 60 }, (_, index) => ({ name: `N${String(index).padStart(2, "0")}` })),
    );
    const first = await list(ada);
    await seed(ada, [{ name: "A new one", code: "NEW" }]);
    await asSuperuser("DELETE FROM companies WHERE name = 'N49'");
    expect(await names(ada, { page: first.older })).toEqual(
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
    await seed(ada, [{ name: "Acme" }]);
    for (const sort of sortKeys) expect(await names(ada, { sort, page })).toEqual(["Acme"]);
  });
});

describe("counting", () => {
  it("counts what is in reach, of that kind and not closed", async () => {
    await seed(ada, [{}, { status: "inactive" }, { status: "closed" }]);
    await create(ada, { kind: "supplier" });
    expect((await list(ada)).total).toEqual({ count: 2, isMore: false });
    expect((await list(ada, { status: "all" })).total).toEqual({ count: 3, isMore: false });
  });

  it("counts what a search finds, also on later pages", async () => {
    await seed(ada, [...Array.from({ length: 55 }, () => ({ name: "Rare bird" })), {}, {}]);
    const first = await list(ada, { q: "bird" });
    expect(first.total).toEqual({ count: 50, isMore: true });
    expect((await list(ada, { q: "bird", page: first.older })).total).toEqual({ count: 55, isMore: false });
    expect((await list(ada, { q: "nothing" })).total).toEqual({ count: 0, isMore: false });
  });
});
