import type { StaffActor } from "@/db/actor";
import { asActor } from "@/db/as-actor";
import { PAGE_SIZE } from "@/lib/companies/list-companies";
import { companyListParams, readCompanyList } from "@/lib/companies/list-input";
import { listCompanyOptions } from "@/lib/companies/list-options";
import { asSuperuser } from "@/tests/support/database";
import { somePeople } from "@/tests/support/people";
import { list, names, seed, walkAll, withoutCompanies, type Params } from "./listing";
import { assign, colleague, create } from "./support";

let ada: StaffActor;
beforeEach(async () => {
  ada = await withoutCompanies();
});

describe("searching", () => {
  beforeEach(async () => {
    await seed(ada, [
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
    expect(await names(ada, { q })).toEqual(found);
  });

  it("goes together with the filter by status", async () => {
    expect(await names(ada, { q: "ostra", status: "all" })).toEqual(["Östra Handel AB"]);
    expect(await names(ada, { q: "ostra", status: ["active", "closed"] })).toEqual(["Östra Handel AB"]);
    expect(await names(ada, { q: "alf", status: "closed" })).toEqual([]);
  });

  it("finds the few among many by the index, and the many by walking, the same ones either way", async () => {
    await seed(
      ada,
      Array.from({ length: 400 }, (_, index) => ({
        name: `Bulk ${index % 2 ? "odd" : "even"}`,
        code: `B${index}`,
      })),
    );
    await seed(
      ada,
      ["Bulk needle one", "Zz needle two"].map((name, index) => ({ name, code: `Z${index}` })),
    );
    expect(await names(ada, { q: "needle" })).toEqual(["Bulk needle one", "Zz needle two"]);
    const odd = await list(ada, { q: "odd" });
    expect(odd.rows).toHaveLength(PAGE_SIZE);
    expect(new Set(odd.rows.map(({ name }) => name))).toEqual(new Set(["Bulk odd"]));
    const { pages } = await walkAll(ada, { q: "odd" });
    expect(new Set(pages.flat()).size).toBe(200);
  });
});

describe("reach", () => {
  it("shows nothing of another organisation", async () => {
    const rival = (await somePeople("rival")).staff;
    await seed(ada, [{ name: "Ours" }]);
    expect(await names(rival)).toEqual(["Parkway Cinemas"]);
    expect(await names(rival, { q: "ours" })).toEqual([]);
  });

  it("shows staff of limited reach their companies only, in lists, searches, counts and choices alike", async () => {
    const bo = await colleague(ada);
    const mine = await create(ada, { name: "Mine to see" });
    const parent = await create(ada, { name: "Not mine to see" });
    await asSuperuser("UPDATE companies SET parent_id = $1 WHERE id = $2", [parent.id, mine.id]);
    await assign(bo, mine.id);
    const seen = await list(bo);
    expect(seen.rows.map(({ name, parentName }) => ({ name, parentName }))).toEqual([
      { name: "Mine to see", parentName: null },
    ]);
    expect(seen.total).toEqual({ count: 1, isMore: false });
    expect((await list(bo, { q: "see" })).total).toEqual({ count: 1, isMore: false });
    const options = await asActor(bo, (tx) => listCompanyOptions(tx, bo, "customer", { q: "see" }));
    expect(options.map(({ label }) => label)).toEqual(["Mine to see"]);
    expect(await names(await colleague(ada, "administered"))).toEqual([]);
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
    ada,
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
