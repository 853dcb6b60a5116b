import { eq } from "drizzle-orm";
import { asActor, type Tx } from "@/db/as-actor";
import { companies, contacts } from "@/db/schema";
import {
  accessHref,
  readAccessAddress,
  readCompanyAccess,
  type AccessCompaniesQuery,
} from "@/lib/access/access-address";
import { everybody } from "@/lib/access/access-filter";
import { countOutcome } from "@/lib/access/count-outcome";
import { coverageOf, coveredBy } from "@/lib/access/coverage";
import { listAccessCompanies } from "@/lib/access/list-access-companies";
import { listAccessContacts } from "@/lib/access/list-access-contacts";
import { operationInput } from "@/lib/access/operations";
import { setServices } from "@/lib/access/set-services";
import { newId } from "@/lib/platform/ids";
import { resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";

let people: People;

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
});

const audience = "customer" as const;
const asStaff = <T>(work: (tx: Tx) => Promise<T>) => asActor(people.staff, work);

async function addSite(name: string, parentId: string | null): Promise<string> {
  const id = newId();
  const { organisationId } = people;
  const row = { organisationId, id, kind: audience, code: name.toUpperCase(), name, parentId };
  await asStaff(async (tx) => tx.insert(companies).values(row));
  return id;
}

async function addContact(companyId: string, name: string): Promise<string> {
  const id = newId();
  const { organisationId } = people;
  const row = { organisationId, id, companyId, kind: audience, name, accessSince: 1 };
  await asStaff(async (tx) => tx.insert(contacts).values(row));
  return id;
}

const tree = (companyId: string) =>
  operationInput.parse({ subject: "invoices", effect: "allow", reach: { kind: "tree", companyId } });

describe("what staged operations cover", () => {
  it("is, for a company and its sites, every visible company and contact below it, at any depth", async () => {
    const site = await addSite("Site", people.companyId);
    const deep = await addSite("Deep", site);
    const other = await addSite("Other", null);
    const [inside, outside] = [await addContact(deep, "Bo"), await addContact(other, "Cy")];
    const visible = {
      companyIds: [people.companyId, site, deep, other],
      contactIds: [people.contactId, inside, outside],
    };
    const covered = async (companyId: string) =>
      (await asStaff((tx) => coverageOf(tx, { audience, operations: [tree(companyId)], ...visible })))
        .operations[0];
    const whole = await covered(people.companyId);
    expect(whole?.companyIds.sort()).toEqual([people.companyId, site, deep].sort());
    expect(whole?.contactIds.sort()).toEqual([people.contactId, inside].sort());
    expect((await covered(site))?.companyIds.sort()).toEqual([site, deep].sort());
    expect((await covered(site))?.contactIds).toEqual([inside]);
  });

  it("says whose targets are gone, and those of another organisation are as good as gone", async () => {
    const rival = await somePeople("rival");
    const never = newId();
    const one = (contactId: string) =>
      operationInput.parse({ subject: "invoices", effect: "allow", reach: { kind: "contact", contactId } });
    const operations = [one(people.contactId), one(rival.contactId), tree(never)];
    const asked = { audience, operations, contactIds: [people.contactId], companyIds: [] };
    const { gone } = await asStaff((tx) => coverageOf(tx, asked));
    expect(gone).toEqual({ contactIds: [rival.contactId], companyIds: [never] });
    const none = { contactIds: [], companyIds: [] };
    expect(await asStaff((tx) => coveredBy({ tx }, asked))).toEqual([none, none, none]);
  });
});

describe("the companies of the access screen", () => {
  const query: AccessCompaniesQuery = {
    q: "",
    closed: false,
    services: "any",
    sort: "name",
    descending: false,
  };
  const list = (asked: Partial<AccessCompaniesQuery> = {}, size?: number) =>
    asStaff((tx) => listAccessCompanies(tx, people.staff, { audience, ...query, ...asked }, size));
  const names = async (asked?: Partial<AccessCompaniesQuery>) =>
    (await list(asked)).rows.map(({ name }) => name);

  it("are found by words and by whether their portal is on", async () => {
    const site = await addSite("Annex", people.companyId);
    await asStaff((tx) => setServices({ tx, actor: people.staff }, { companyId: site, on: true }));
    expect(await names()).toEqual(["Annex", "Parkway Cinemas"]);
    expect(await names({ services: "on" })).toEqual(["Annex"]);
    expect(await names({ services: "off" })).toEqual(["Parkway Cinemas"]);
    expect(await names({ q: "cinema" })).toEqual(["Parkway Cinemas"]);
  });

  it("go on from page to page and back, and a cursor that leads nowhere gives the first page", async () => {
    for (const name of ["Alpha", "Beta", "Gamma"]) await addSite(name, null);
    const first = await list({}, 2);
    const second = await list({ page: first.older }, 2);
    expect([...first.rows, ...second.rows].map(({ name }) => name)).toEqual([
      "Alpha",
      "Beta",
      "Gamma",
      "Parkway Cinemas",
    ]);
    expect((await list({ page: second.newer }, 2)).rows).toEqual(first.rows);
    expect((await list({ page: "nowhere" }, 2)).rows).toEqual(first.rows);
  });
});

it("hides companies, contacts and counts of another organisation", async () => {
  const rival = await somePeople("rival");
  const query = readAccessAddress({});
  const seen = await asActor(rival.staff, async (tx) => ({
    companies: (await listAccessCompanies(tx, rival.staff, { audience, ...query.companies })).rows.map(
      ({ id }) => id,
    ),
    contacts: (await listAccessContacts(tx, rival.staff, { audience, ...query.contacts })).rows.map(
      ({ id }) => id,
    ),
    foreign: await countOutcome(tx, { audience, operation: tree(people.companyId) }),
    all: await countOutcome(tx, {
      audience,
      operation: operationInput.parse({ subject: "invoices", effect: "allow", reach: { kind: "everyone" } }),
    }),
  }));
  expect(seen.companies).toEqual([rival.companyId]);
  expect(seen.contacts).toEqual([rival.contactId]);
  expect(seen.foreign).toMatchObject({ companies: 0, contacts: 0, gain: 0 });
  expect(seen.all).toMatchObject({ companies: 1, contacts: 1, gain: 1 });
});

it("is at the address that says what it shows, and reads it back", () => {
  const filter = {
    ...everybody,
    q: "ana & co",
    companyIds: [newId(), newId()],
    permission: "invoices" as const,
  };
  const query = {
    audience: "supplier" as const,
    companies: {
      q: "park",
      closed: true,
      services: "off",
      sort: "code",
      descending: true,
      page: "a",
    } as const,
    contacts: {
      filter: { ...filter, standing: "without-effect", login: "none", deactivated: true },
      ...({ sort: "company", descending: true, page: "b" } as const),
    } as const,
  };
  const params = new URL(accessHref(query), "http://portal.example").searchParams;
  const read = Object.fromEntries([...params.keys()].map((name) => [name, params.getAll(name)]));
  expect(readAccessAddress(read)).toEqual(query);
  expect(accessHref(readAccessAddress({}))).toBe("/access");
  expect(accessHref(readAccessAddress({ may: "everything", sort: "secret", company: "1" }))).toBe("/access");
});

describe("the page of one company", () => {
  const at = (params: Record<string, string>, siteIds: string[]) =>
    readCompanyAccess(params, { kind: audience, path: "/customers/x/access", id: people.companyId, siteIds });
  const shownAt = async (params: Record<string, string>, siteIds: string[]) => {
    const query = at(params, siteIds);
    return asStaff(async (tx) => {
      const companiesOf = await listAccessCompanies(tx, people.staff, { audience, ...query.companies });
      const contactsOf = await listAccessContacts(tx, people.staff, { audience, ...query.contacts });
      return {
        companies: companiesOf.rows.map(({ name }) => name),
        contacts: contactsOf.rows.map(({ id }) => id),
      };
    });
  };

  it("shows that company and its contacts, and those of its sites when asked for, whatever its address says", async () => {
    const site = await addSite("Site", people.companyId);
    const other = await addSite("Other", null);
    const [inside] = [await addContact(site, "Bo"), await addContact(other, "Cy")];
    await asStaff((tx) => tx.update(companies).set({ status: "closed" }).where(eq(companies.id, site)));
    const alone = await shownAt({ company: other, cq: "other", cservices: "on" }, [site]);
    expect(alone).toEqual({ companies: [expect.any(String)], contacts: [people.contactId] });
    const whole = await shownAt({ sites: "yes", company: other }, [site]);
    expect(whole.companies).toContain("Site");
    expect(whole.companies).toHaveLength(2);
    expect(whole.contacts.sort()).toEqual([people.contactId, inside].sort());
  });

  it("names neither portal nor companies in its address", () => {
    const site = newId();
    const query = at({ sites: "yes", q: "bo", may: "invoices", portal: "supplier", company: newId() }, [
      site,
    ]);
    expect(accessHref(query)).toBe("/customers/x/access?sites=yes&q=bo&may=invoices");
    expect(query.contacts.filter.companyIds).toEqual([people.companyId, site]);
    expect(accessHref(at({ sites: "yes" }, []))).toBe("/customers/x/access");
  });
});
