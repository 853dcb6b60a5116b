import { asActor } from "@/db/as-actor";
import type { StaffActor } from "@/db/actor";
import { listCompanies } from "@/lib/companies/list-companies";
import { readCompanyList } from "@/lib/companies/list-input";
import { listContacts } from "@/lib/contacts/list-contacts";
import { readContactList } from "@/lib/contacts/list-input";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople } from "@/tests/support/people";
import { colleague } from "../companies/support";

// So many that a search goes by the index of all companies, in reach or not.
const SERVED = 600;
const MADE = 1_300;

let stella: StaffActor;

/** Companies 1 to 1,300, each with a contact, of which the first 600 are Stella's; their names alternate between two words. */
beforeAll(async () => {
  await resetDatabase();
  const { staff: ada } = await somePeople();
  stella = await colleague(ada);
  await asSuperuser(
    `INSERT INTO companies (kind, organisation_id, id, name, code)
     SELECT 'customer', $1, gen_random_uuid(), (ARRAY['Birch','Cedar'])[1 + g % 2] || ' Works ' || lpad(g::text, 4, '0'), 'W' || g
     FROM generate_series(1, ${MADE}) g`,
    [ada.organisationId],
  );
  await asSuperuser(
    `INSERT INTO contacts (organisation_id, id, company_id, kind, name, access_since)
     SELECT organisation_id, gen_random_uuid(), id, kind, 'Pat of ' || name, 1 FROM companies WHERE name LIKE '% Works %'`,
  );
  await asSuperuser(
    `INSERT INTO assignments (organisation_id, staff_id, company_id, level)
     SELECT organisation_id, $1, id, 'member' FROM companies WHERE name LIKE '% Works %' ORDER BY right(name, 4) LIMIT ${SERVED}`,
    [stella.staffId],
  );
});

const companies = (params: Record<string, string>) =>
  asActor(stella, (tx) => listCompanies(tx, stella, "customer", readCompanyList(params)));
const contacts = (q: string) => asActor(stella, (tx) => listContacts(tx, stella, readContactList({ q })));

describe("a search by staff who serve many companies", () => {
  it("finds those of theirs that fit, and counts no others", async () => {
    const { rows, total } = await companies({ q: "birch" });
    expect(total).toEqual({ count: SERVED / 2, isMore: false });
    expect(rows[0]?.name).toBe("Birch Works 0002");
  });

  it("finds none that somebody else serves", async () => {
    expect((await companies({ q: "works 1200" })).rows).toEqual([]);
    expect((await companies({ q: "works 1200" })).total.count).toBe(0);
    expect((await contacts("works 1200")).rows).toEqual([]);
  });

  it("finds the same when so many fit that their own are looked through instead", async () => {
    expect((await companies({ q: "works" })).total).toEqual({ count: SERVED, isMore: false });
    expect((await contacts("pat")).total).toEqual({ count: SERVED, isMore: false });
  });

  it("keeps to the other filters and to the order, page after page", async () => {
    const seen: string[] = [];
    let page: string | undefined;
    do {
      const found = await companies({ q: "cedar", sort: "-name", ...(page && { page }) });
      seen.push(...found.rows.map(({ name }) => name));
      page = found.older;
    } while (page);
    expect(seen).toEqual([...seen].sort().reverse());
    expect(new Set(seen).size).toBe(SERVED / 2);
    expect((await companies({ q: "cedar", status: "closed" })).total.count).toBe(0);
  });
});
