import { asActor } from "@/db/as-actor";
import { appendChange } from "@/lib/access/append-change";
import { asSuperuser } from "@/tests/support/database";
import type { People } from "@/tests/support/people";
import { someImporters } from "./administrator";
import { codesOf, companyOf, importFile, storedCompanies, storedContacts } from "./runs";

let people: People;
beforeEach(async () => {
  people = await someImporters();
});

describe("an import", () => {
  it("creates companies with their contacts, as creating them one by one would", async () => {
    const { staff, organisationId } = people;
    const change = {
      scope: "everyone",
      audience: "customer",
      permission: "invoices",
      effect: "allow",
    } as const;
    await asActor(staff, (tx) => appendChange(tx, staff, { summary: "Invoices for all", entries: [change] }));
    const run = await importFile(
      staff,
      "code,name,contact,contactEmail,phone\nA,Alpha,Zoe,zoe@x.example,1\n",
    );
    expect(run).toMatchObject({ state: "done", outcome: { create: 1, contacts: 1 } });
    const company = await companyOf(people, "A");
    expect(company).toMatchObject({ name: "Alpha", phone: "1", version: 1, access_since: "2" });
    expect(
      await asSuperuser("SELECT level, staff_id FROM assignments WHERE company_id = $1", [company?.id]),
    ).toEqual([{ level: "administrator", staff_id: staff.staffId }]);
    expect(await storedContacts(organisationId)).toContainEqual(
      expect.objectContaining({ code: "A", name: "Zoe", email: "zoe@x.example", access_since: "2" }),
    );
    expect(
      await asSuperuser(
        "SELECT kind, words FROM search_words WHERE words LIKE '% zoe%' OR words LIKE '% alpha%' ORDER BY 1",
      ),
    ).toHaveLength(2);
    expect(await asSuperuser("SELECT 1 FROM mail")).toEqual([]);
    expect(await asSuperuser("SELECT 1 FROM logins WHERE password_hash IS NOT NULL")).toEqual([]);
  });

  it("changes only what differs, counts versions, and keeps what the file does not name", async () => {
    await importFile(people.staff, "code,name,city,phone,contact\nA,Alpha,Bonn,1,Zoe\nB,Beta,Bern,2,Yan\n");
    const untouched = await companyOf(people, "B");
    const run = await importFile(
      people.staff,
      "code,name,city,contact,jobtitle\na,Alpha & Co,Bonn,ZOE,Buyer\nB,Beta,,Yan,\n",
    );
    expect(run.outcome).toMatchObject({ create: 0, update: 1, unchanged: 1, contacts: 0 });
    expect(await companyOf(people, "A")).toMatchObject({
      code: "A",
      name: "Alpha & Co",
      city: "Bonn",
      phone: "1",
      version: 2,
    });
    expect(await companyOf(people, "B")).toEqual(untouched);
    expect(await storedContacts(people.organisationId)).toContainEqual(
      expect.objectContaining({ code: "A", name: "ZOE", job_title: "Buyer", version: 2 }),
    );
  });

  it("notes who set a status and when, and drops the reason of one that needs none", async () => {
    await importFile(people.staff, "code,name,status,reason\nA,Alpha,blacklisted,Debts\nB,Beta,,\n");
    expect(await companyOf(people, "A")).toMatchObject({
      status: "blacklisted",
      status_changed_by: people.staff.staffId,
    });
    expect(await companyOf(people, "B")).toMatchObject({ status: "active", status_changed_by: null });
    await importFile(people.staff, "code,status\nA,active\n");
    expect(await companyOf(people, "A")).toMatchObject({ status: "active", status_reason: "", version: 2 });
  });

  it("generates the codes that are missing, past those that were given", async () => {
    await importFile(people.staff, "code,name\n,First\nC-000007,Seventh\n,Second\n");
    const found = (await storedCompanies(people.organisationId)).map(({ code, name }) => `${code} ${name}`);
    expect(found).toEqual(["C-000001 First", "C-000002 Second", "C-000007 Seventh", "PARK Parkway Cinemas"]);
    await importFile(people.staff, "name\nThird\n");
    expect(await codesOf(people)).toContain("C-000008");
  });

  it("places sites under parents further down, deep, new, or moved by the same file", async () => {
    const file = "code,name,parent\nE,Epsilon,D\nD,Delta,C\nC,Gamma,B\nB,Beta,A\nA,Alpha,\nS,Site,park\n";
    await importFile(people.staff, file);
    const parents = async () => {
      const all = await storedCompanies(people.organisationId);
      const codeOf = new Map(all.map(({ id, code }) => [id, code]));
      return Object.fromEntries(
        all.map(({ code, parent_id }) => [code, codeOf.get(String(parent_id)) ?? ""]),
      );
    };
    expect(await parents()).toEqual({ A: "", B: "A", C: "B", D: "C", E: "D", PARK: "", S: "PARK" });
    // A and B change places, which passes through a circle when it is done one by one.
    await importFile(people.staff, "code,parent\nA,B\nB,\n", { emptyCells: "clear" });
    expect(await parents()).toMatchObject({ A: "B", B: "", C: "B" });
    await importFile(people.staff, "code,name,parent\nN,New,A\nB,Beta,N2\nN2,Newer,PARK\n");
    expect(await parents()).toMatchObject({ A: "B", B: "N2", N: "A", N2: "PARK" });
  });

  it("links an address that exists to the same person's login when that was chosen", async () => {
    const file = `code,name,contact,contactEmail\nA,Alpha,Ana,${people.email}\nB,Beta,Ben,ben@x.example\nC,Gamma,Ben B,ben@x.example\n`;
    await importFile(people.staff, file, { linkLogins: true });
    const logins = await asSuperuser("SELECT id, email FROM logins ORDER BY email");
    expect(logins).toEqual([
      expect.objectContaining({ id: people.loginId }),
      expect.objectContaining({ email: "ben@x.example" }),
    ]);
    const linked = await asSuperuser(
      "SELECT count(*)::int AS n, login_id FROM contacts GROUP BY 2 ORDER BY 1",
    );
    expect(linked.map(({ n }) => n)).toEqual([2, 2]);
  });

  it("is on record once as a whole and once for each company or contact it made or changed", async () => {
    await importFile(people.staff, "code,name,city\nA,Alpha,Bonn\n");
    await importFile(people.staff, "code,name,city,contact\nA,Alpha,Bern,\nB,Beta,,\nPARK,,,Yan\n");
    const events = await asSuperuser(
      "SELECT act, subject, before, after, actor_name, contact_id IS NOT NULL AS of_contact FROM audit_events WHERE after ->> 'line' IS NOT NULL OR act = 'import.done' ORDER BY at, id",
    );
    expect(events.map(({ act, subject }) => `${act} ${subject}`)).toEqual([
      "company.created Alpha",
      "import.done list.csv",
      "company.updated Alpha",
      "company.created Beta",
      "contact.added Yan",
      "import.done list.csv",
    ]);
    expect(events[2]).toMatchObject({
      before: { city: "Bonn" },
      after: { city: "Bern", file: "list.csv", line: 2 },
      actor_name: "Clerk",
    });
    expect(events[4]).toMatchObject({ of_contact: true });
    expect(events[5]?.after).toMatchObject({ rows: 3, create: 1, update: 2, unchanged: 0, contacts: 1 });
  });

  it("drops the file once its rows are in, and keeps what became of each row", async () => {
    const { id } = await importFile(people.staff, "code,name\nA,Alpha\n");
    expect(await asSuperuser("SELECT length(file) AS bytes FROM import_runs WHERE id = $1", [id])).toEqual([
      { bytes: 0 },
    ]);
    const rows = await asSuperuser("SELECT company_id FROM import_rows WHERE run_id = $1", [id]);
    expect(rows).toEqual([{ company_id: (await companyOf(people, "A"))?.id }]);
  });

  it("of the same file a second time has nothing to do", async () => {
    const file = "code,name,contact,contactEmail\nA,Alpha,Zoe,zoe@x.example\n";
    await importFile(people.staff, file);
    await expect(importFile(people.staff, file)).rejects.toThrow(/nothing to import/);
  });
});
