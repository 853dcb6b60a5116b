import { readFile } from "node:fs/promises";
import path from "node:path";
import { asSuperuser } from "@/tests/support/database";
import type { People } from "@/tests/support/people";
import { someImporters } from "./administrator";
import { check, hasNorthwind, northwind, start, storedCompanies, storedContacts } from "./runs";

const file = (name: string) => readFile(path.join(northwind, name));

let people: People;
beforeEach(async () => {
  people = await someImporters();
});

const describeNorthwind = hasNorthwind ? describe : describe.skip;

describeNorthwind("the Northwind lists import as they are:", () => {
  it("91 customers, each with its contact", async () => {
    const { staff, organisationId } = people;
    const checked = await check(staff, await file("customers.csv"));
    expect(checked).toMatchObject({ state: "checked", rowsTotal: 91 });
    expect(checked.outcome).toEqual({ create: 91, update: 0, unchanged: 0, error: 0, contacts: 91 });
    const done = await start(staff, checked.id);
    expect(done).toMatchObject({ state: "done", problem: "", rowsDone: 91 });
    const companies = await storedCompanies(organisationId);
    expect(companies).toHaveLength(92);
    expect(companies.find(({ code }) => code === "ANATR")).toMatchObject({
      name: "Ana Trujillo Emparedados y helados",
      address: "Avda. de la Constitución 2222",
      city: "México D.F.",
      region: "",
      postal_code: "05021",
      country: "Mexico",
      phone: "(5) 555-4729",
      fax: "(5) 555-3745",
      status: "active",
    });
    const contacts = (await storedContacts(organisationId)).filter(({ code }) => code === "ANATR");
    expect(contacts).toEqual([
      expect.objectContaining({ name: "Ana Trujillo", job_title: "Owner", email: null }),
    ]);
  });

  it("29 suppliers, each with its contact, and those home pages that are on the web", async () => {
    const { staff, organisationId } = people;
    const checked = await check(staff, await file("suppliers.csv"), { kind: "supplier" });
    expect(checked.outcome).toEqual({ create: 29, update: 0, unchanged: 0, error: 0, contacts: 29 });
    expect(checked.rows.find(({ code }) => code === "2")?.notes).toEqual([
      "Website left out: “#CAJUN.HTM#” leads to a file, not to a web address.",
    ]);
    await start(staff, checked.id);
    const companies = await storedCompanies(organisationId);
    expect(companies.find(({ name }) => name === "G'day Mate")).toMatchObject({
      website: "http://www.microsoft.com/accessdev/sampleapps/gdaymate.htm",
    });
    expect(companies.filter(({ kind }) => kind === "supplier")).toHaveLength(29);
  });

  it("a second time without changing anything", async () => {
    const { staff, organisationId } = people;
    await start(staff, (await check(staff, await file("customers.csv"))).id);
    const before = await storedCompanies(organisationId);
    const again = await check(staff, await file("customers.csv"));
    expect(again.outcome).toMatchObject({ create: 0, update: 0, unchanged: 91, error: 0 });
    expect(await storedCompanies(organisationId)).toEqual(before);
    const events = await asSuperuser("SELECT act FROM audit_events WHERE act = 'company.created'");
    expect(events).toHaveLength(91);
  });
});
