import type { StaffActor } from "@/db/actor";
import { asActor } from "@/db/as-actor";
import { loadServicesOf } from "@/lib/access/queries";
import { createCompanyInput } from "@/lib/companies/input";
import { findCompany } from "@/lib/companies/queries";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople } from "@/tests/support/people";
import { assign, colleague, create, storedCompany } from "./support";

let ada: StaffActor;

beforeEach(async () => {
  await resetDatabase();
  ada = (await somePeople()).staff;
});

const accessAdmin = (): StaffActor => ({ ...ada, roles: ["accessAdmin"] });

const rows = (table: string) => asSuperuser<Record<string, unknown>>(`SELECT * FROM ${table}`);
const written = async () => {
  const tables = ["companies", "audit_events", "assignments", "access_changes", "code_counters"];
  return Promise.all(tables.map(rows));
};

describe("creating a company", () => {
  it("keeps every field of the form", async () => {
    const values = {
      ...{
        name: "Alfreds Futterkiste",
        code: "ALFKI",
        shortName: "Alfreds",
        description: "Feed.\r\nSince 1952.",
      },
      ...{ defaultDepartment: "Purchasing", status: "inactive", statusReason: "On holiday" },
      ...{
        email: "Info@Alfreds.Example",
        phone: "030-0074321",
        fax: "030-0076545",
        website: "alfreds.example",
      },
      ...{ address: "Obere Str. 57", city: "Berlin", region: "BE", postalCode: "12209", country: "Germany" },
      ...{ billingName: "Alfreds AG", billingEmail: "pay@alfreds.example", billingAddress: "Postfach 1" },
      ...{ billingCity: "Bonn", billingRegion: "NW", billingPostalCode: "53113", billingCountry: "Germany" },
      ...{ vatNumber: "DE1", groupChatUrl: "https://chat.whatsapp.com/abc" },
    };
    const { id } = await create(ada, values);
    const company = await asActor(ada, (tx) => findCompany(tx, "customer", id));
    expect(company).toMatchObject({
      ...values,
      description: "Feed.\nSince 1952.",
      email: "info@alfreds.example",
      website: "https://alfreds.example",
      statusChangedByName: "Clerk",
    });
  });

  it("makes whoever creates it its administrator, and puts it within their reach", async () => {
    const bo = await colleague(ada);
    const { id } = await create(bo, { name: "Mine" });
    expect(await asSuperuser("SELECT staff_id, level FROM assignments WHERE company_id = $1", [id])).toEqual([
      { staff_id: bo.staffId, level: "administrator" },
    ]);
    expect(await asActor(bo, (tx) => findCompany(tx, "customer", id))).toMatchObject({ name: "Mine" });
  });

  it("records who created what", async () => {
    const { id } = await create(ada, { name: "Acme", city: "Bern" });
    expect(await rows("audit_events")).toMatchObject([
      {
        act: "company.created",
        actor_id: ada.staffId,
        company_id: id,
        subject: "Acme",
        after: { kind: "customer", name: "Acme", city: "Bern", status: "active", code: "C-000001" },
      },
    ]);
  });

  it("leaves the billing address empty, meaning the same, when the bill goes there", async () => {
    const { id } = await create(ada, { billingPlace: "same", billingCity: "Bonn", billingName: "Acme AG" });
    expect(await storedCompany(id)).toMatchObject({ billing_city: "", billing_name: "Acme AG" });
  });

  it("switches the portal on when that is ticked, and leaves it off otherwise", async () => {
    const on = await create(accessAdmin(), { services: "on" });
    const off = await create(ada, {});
    const services = await asActor(ada, (tx) => loadServicesOf(tx, [on.id, off.id]));
    expect([services.get(on.id)?.on, services.get(off.id)?.on]).toEqual([true, false]);
  });

  it("with the portal on is refused, and nothing created, to staff who may not administer access", async () => {
    const before = await written();
    for (const actor of [ada, await colleague(ada), { ...ada, roles: ["companyView", "companyEdit"] }])
      await expect(create(actor, { services: "on" })).rejects.toMatchObject({
        code: "forbidden",
        fields: { services: expect.stringContaining("with Services off") },
      });
    expect(await written()).toEqual(before);
  });

  it("is not reached by access changes for everyone that were made before", async () => {
    await create(accessAdmin(), { services: "on" });
    const { id } = await create(ada, {});
    expect(await storedCompany(id)).toMatchObject({ access_since: "2" });
  });

  it("refuses a code that is taken, upper or lower case alike, at its field, and writes nothing", async () => {
    await create(ada, { code: "ALFKI" });
    const before = await written();
    await expect(create(accessAdmin(), { code: "alfki", services: "on" })).rejects.toMatchObject({
      code: "conflict",
      fields: { code: expect.stringContaining("Another customer has the ID alfki") },
    });
    expect(await written()).toEqual(before);
  });

  it("lets a supplier carry the code of a customer, and another organisation the code of this one", async () => {
    const rival = (await somePeople("rival")).staff;
    await create(ada, { code: "ALFKI" });
    await create(ada, { code: "ALFKI", kind: "supplier" });
    await expect(create(rival, { code: "ALFKI" })).resolves.toMatchObject({ kind: "customer" });
  });
});

describe("the parent of a new company", () => {
  it("may be any company in reach", async () => {
    const parent = await create(ada, { name: "Winslow Estates" });
    const { id } = await create(ada, { name: "Parkway Cinemas", parentId: parent.id });
    const site = await asActor(ada, (tx) => findCompany(tx, "customer", id));
    expect(site?.parent).toMatchObject({ id: parent.id, name: "Winslow Estates" });
  });

  it("may be named by its code where there is no script", async () => {
    const parent = await create(ada, { code: "WIN-1" });
    const { id } = await create(ada, { parentId: "", parentCode: "win-1" });
    expect(await storedCompany(id)).toMatchObject({ parent_id: parent.id });
    await expect(create(ada, { parentCode: "WIN" })).rejects.toMatchObject({
      fields: { parentId: "There is no customer with the ID WIN among those you can see." },
    });
  });

  const foreign = {
    "another organisation's": async () => [ada, await create((await somePeople("rival")).staff, {})] as const,
    "a supplier": async () => [ada, await create(ada, { kind: "supplier" })] as const,
    "out of reach": async () => [await colleague(ada), await create(ada, {})] as const,
  };

  it.each(Object.entries(foreign))(
    "is refused when it is %s, at its field, and nothing is written",
    async (_, arrange) => {
      const [actor, { id }] = await arrange();
      const before = await written();
      await expect(create(actor, { parentId: id })).rejects.toMatchObject({
        code: "invalid",
        fields: { parentId: expect.stringContaining("not among the customers you can see") },
      });
      expect(await written()).toEqual(before);
    },
  );

  it("is allowed once it is assigned", async () => {
    const bo = await colleague(ada);
    const { id } = await create(ada, {});
    await assign(bo, id);
    await expect(create(bo, { parentId: id })).resolves.toMatchObject({ kind: "customer" });
  });
});

describe("generated codes", () => {
  const codes = async () =>
    (await rows("companies"))
      .map(({ code }) => code)
      .filter((code) => code !== "PARK")
      .sort();

  it("count per kind and organisation", async () => {
    const rival = (await somePeople("rival")).staff;
    for (const kind of ["customer", "supplier", "customer"]) await create(ada, { kind });
    await create(rival, {});
    expect(await codes()).toEqual(["C-000001", "C-000001", "C-000002", "S-000001"]);
  });

  it("differ when twenty companies are created at once", async () => {
    await Promise.all(Array.from({ length: 20 }, () => create(ada, {})));
    expect(new Set(await codes()).size).toBe(20);
  });

  it("step over codes of the same form that were typed, also those out of reach", async () => {
    await create(ada, { code: "c-000007" });
    const { id } = await create(await colleague(ada), {});
    expect(await storedCompany(id)).toMatchObject({ code: "C-000008" });
  });

  it("do not jump for codes of another form", async () => {
    for (const code of ["C-99999", "S-000050", "C-0000050", "X-000050", "C-000050a"])
      await create(ada, { code });
    const { id } = await create(ada, {});
    expect(await storedCompany(id)).toMatchObject({ code: "C-000001" });
  });

  it("go on after 999999", async () => {
    await create(ada, { code: "C-999999" });
    expect(await storedCompany((await create(ada, {})).id)).toMatchObject({ code: "C-1000000" });
    expect(await storedCompany((await create(ada, {})).id)).toMatchObject({ code: "C-1000001" });
  });
});

describe("what a form may send", () => {
  const refused = (values: Record<string, unknown>) =>
    createCompanyInput
      .safeParse({ kind: "customer", name: "Acme", ...values })
      .error?.issues.map(({ path }) => path.join("."));

  it.each([
    [{ name: " " }, "name"],
    [{ name: "A\u0000" }, "name"],
    [{ name: "A".repeat(121) }, "name"],
    [{ name: ["A", "B"] }, "name"],
    [{ kind: "partner" }, "kind"],
    [{ status: "gone" }, "status"],
    [{ email: "ana at example" }, "email"],
    [{ billingEmail: "x@" }, "billingEmail"],
    [{ website: "javascript:alert(1)" }, "website"],
    [{ website: "nowhere" }, "website"],
    [{ groupChatUrl: "http://chat.whatsapp.com/x" }, "groupChatUrl"],
    [{ groupChatUrl: "chat.whatsapp.com/x" }, "groupChatUrl"],
    [{ parentId: "1; DROP TABLE companies" }, "parentId"],
    [{ status: "inactive" }, "statusReason"],
    [{ status: "blacklisted" }, "statusReason"],
    [{ status: "closed", statusReason: "  " }, "statusReason"],
  ])("refuses %j at %s", (values, field) => {
    expect(refused(values)).toEqual([field]);
  });

  it.each([
    { status: "blacklisted", statusReason: "Unpaid" },
    { status: "inactive", statusReason: "On holiday" },
    { email: "", website: "", parentId: "" },
  ])("takes %j", (values) => {
    expect(refused(values)).toBeUndefined();
  });
});
