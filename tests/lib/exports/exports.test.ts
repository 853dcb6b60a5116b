import fc from "fast-check";
import { asActor, asSystem } from "@/db/as-actor";
import { companies } from "@/db/schema";
import { readCompanyList } from "@/lib/companies/list-input";
import { readContactList } from "@/lib/contacts/list-input";
import { csvDownload, datedName, dateTimeText } from "@/lib/exports/csv-download";
import { csvText } from "@/lib/exports/csv-text";
import { exportEveryField, exportShownColumns } from "@/lib/exports/export-companies";
import { exportContacts } from "@/lib/exports/export-contacts";
import { cleanCell } from "@/lib/imports/clean-cell";
import { fieldLabel, importFields } from "@/lib/imports/fields";
import { guessMapping } from "@/lib/imports/mapping";
import { readRows } from "@/lib/imports/read-rows";
import { newId } from "@/lib/platform/ids";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";
import { administrator } from "../imports/administrator";
import { check, importFile } from "../imports/runs";

jest.setTimeout(30_000);

let people: People;
beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
  await administrator(people);
});

const labels = {
  ...{
    name: "Name",
    code: "Customer ID",
    city: "City",
    country: "Country",
    status: "Status",
    phone: "Phone",
  },
  ...{ email: "E-mail", parent: "Parent company", updated: "Changed" },
};
const statuses = { active: "Active", inactive: "Inactive", blacklisted: "Blacklisted", closed: "Closed" };
const words = { labels, statuses, timeZone: "Europe/London" };

const customers = (params: Record<string, string | string[]> = {}, actor = people.staff) => ({
  ...{ actor, kind: "customer" as const, query: readCompanyList(params) },
});

// Response.text() would drop the byte order mark.
const text = async (list: Parameters<typeof csvDownload>[1]) =>
  Buffer.from(await csvDownload("list.csv", list).arrayBuffer()).toString();

async function cellsOf(csv: string): Promise<string[][]> {
  const cells: string[][] = [];
  for await (const batch of readRows([Buffer.from(csv)], ",")) cells.push(...batch.map((row) => row.cells));
  return cells;
}
const shown = (params?: Record<string, string | string[]>) =>
  text(exportShownColumns(customers(params), words));

const many = async (count: number) => {
  await asSystem("a test's companies", people.organisationId, (tx) =>
    tx.insert(companies).values(
      Array.from({ length: count }, (_, at) => ({
        ...{ organisationId: people.organisationId, id: newId(), kind: "customer" as const },
        ...{ code: `K${at}`, name: `Company ${String(at).padStart(5, "0")}`, city: at % 2 ? "Bonn" : "Bern" },
      })),
    ),
  );
  // As autovacuum would within a minute.
  await asSuperuser("ANALYZE companies, search_words");
};

describe("an export of the grid", () => {
  it("has its columns, its rows and its order, under its headings", async () => {
    await importFile(
      people.staff,
      "code,name,city,status,reason\nA,Alpha,Bonn,,\nB,Beta,Bern,closed,Gone\nC,Gamma,,,\n",
    );
    const params = { columns: ["code", "city", "status"], sort: "-name", status: "all" };
    expect(await shown(params)).toBe(
      "\ufeffName,Customer ID,City,Status\r\nParkway Cinemas,PARK,,Active\r\nGamma,C,,Active\r\nBeta,B,Bern,Closed\r\nAlpha,A,Bonn,Active\r\n",
    );
    expect(await shown({ columns: "code", q: "alph" })).toBe("\ufeffName,Customer ID\r\nAlpha,A\r\n");
    expect(await shown({ columns: "code", q: "nothing such" })).toBe("\ufeffName,Customer ID\r\n");
  });

  it("has every row once, however many batches they take, also when searched", async () => {
    await many(2_345);
    const lines = (await shown({ columns: "code" })).trim().split("\r\n").slice(1);
    expect(new Set(lines).size).toBe(2_346);
    expect(lines).toHaveLength(2_346);
    expect(lines).toEqual([...lines].sort());
    const found = (await shown({ columns: "code", q: "company", sort: "-city" }))
      .trim()
      .split("\r\n")
      .slice(1);
    expect(new Set(found).size).toBe(2_345);
  });

  it("holds only what whoever exports may see", async () => {
    const rival = await somePeople("rival");
    const limited = { ...people.staff, reach: "assigned" as const };
    expect(await text(exportEveryField(customers({}, limited)))).not.toContain("PARK");
    expect(await text(exportEveryField(customers({}, rival.staff)))).toContain("PARK");
    const contacts = exportContacts(rival.staff, readContactList({}), {
      labels: {
        name: "Name",
        company: "Company",
        state: "Login",
        email: "E-mail",
        jobTitle: "",
        phone: "",
        lastSignIn: "",
        updated: "",
      },
      states: {},
      timeZone: "UTC",
    });
    const written = await text(contacts);
    expect(written).toContain(rival.email);
    expect(written).not.toContain(people.email);
  });

  it("of contacts says for whom they work and how their login stands", async () => {
    const list = exportContacts(people.staff, readContactList({ columns: ["company", "state", "email"] }), {
      labels: {
        name: "Name",
        company: "Company",
        state: "Login",
        email: "E-mail",
        jobTitle: "",
        phone: "",
        lastSignIn: "",
        updated: "",
      },
      states: { none: "No login" },
      timeZone: "UTC",
    });
    expect(await text(list)).toBe(
      `\ufeffName,Company ID,Company,Login,E-mail\r\nAna Trujillo,PARK,Parkway Cinemas,No login,${people.email}\r\n`,
    );
  });

  it("is broken off, and does not look whole, when reading fails", async () => {
    async function* failing(): AsyncGenerator<string[][]> {
      yield [["1"]];
      throw new Error("The database is gone");
    }
    const response = csvDownload("list.csv", { headings: ["a"], batches: failing() });
    await expect(response.text()).rejects.toThrow();
  });

  it("is read no further when the download is called off", async () => {
    let isEnded = false;
    async function* endless(): AsyncGenerator<string[][]> {
      try {
        for (;;) yield [["1"]];
      } finally {
        isEnded = true;
      }
    }
    const reader = csvDownload("list.csv", { headings: ["a"], batches: endless() }).body?.getReader();
    await reader?.read();
    await reader?.read();
    await reader?.cancel();
    expect(isEnded).toBe(true);
  });
});

describe("an export comes back by import as it went out:", () => {
  it("every heading is known again", () => {
    for (const kind of ["customer", "supplier"] as const) {
      const columns = importFields.map((field) => ({ heading: fieldLabel(field, kind), samples: [] }));
      expect(Object.values(guessMapping(columns))).toEqual(importFields.map(({ key }) => key));
    }
  });

  it("every row is unchanged, with parents, statuses, formulas and line breaks", async () => {
    await importFile(
      people.staff,
      [
        "code,name,parent,status,reason,description,website,phone,city,email",
        'A,"=HYPERLINK(""http://evil.example"")",,blacklisted,"Debts, ""large"" ones","- one\n- two",https://a.example/#x#y,+44 20,@home,a@x.example',
        "NULL1,'quoted,A,,,'+1,,-5,NULL,",
        "B,NULLO,null1,closed,Gone,,,,,",
      ].join("\n"),
    );
    const everything = await text(exportEveryField(customers({ status: "all" })));
    expect((await cellsOf(everything)).flat().filter((cell) => /^[=+@-]/.test(cell))).toEqual([]);
    const checked = await check(people.staff, everything, { emptyCells: "clear" });
    expect(checked.rows.map(({ outcome, changes, problems }) => [outcome, changes, problems])).toEqual(
      Array(4).fill(["unchanged", null, null]),
    );
    expect(checked.encoding).toBe("UTF-8");
  });

  it("any text in any cell, as a form would have kept it", async () => {
    const sign = fc.constantFrom(
      "a",
      "Ä",
      '"',
      ",",
      "\n",
      "'",
      "=",
      "+",
      "-",
      "@",
      ";",
      "\t",
      "NULL",
      " ",
      "＝",
      "😀",
    );
    const kept = fc.string({ unit: sign, maxLength: 12 }).map((value) => value.trim());
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(kept, { minLength: 3, maxLength: 3 }), { minLength: 1 }),
        async (rows) => {
          const found = await cellsOf(csvText([["a", "b", "c"], ...rows]));
          const read = found
            .slice(1)
            .map((cells) => cells.map((cell) => cleanCell("description", cell).text));
          expect(read).toEqual(rows);
        },
      ),
    );
  });
});

describe("a file that is downloaded", () => {
  it("is named by the day where the organisation is, and never kept by anybody on the way", () => {
    const at = new Date("2026-11-21T23:30:00Z");
    expect(datedName("customers", at, "Asia/Tokyo")).toBe("customers-2026-11-22.csv");
    expect(dateTimeText(at, "Europe/London")).toBe("2026-11-21 23:30");
    async function* none(): AsyncGenerator<string[][]> {}
    const { headers } = csvDownload('a"\r\nb.csv', { headings: ["a"], batches: none() });
    expect(headers.get("content-disposition")).toBe('attachment; filename="a___b.csv"');
    expect(headers.get("cache-control")).toBe("no-store");
  });
});

it("reads as the actor in transactions that are short", async () => {
  await many(1_500);
  const { batches } = exportEveryField(customers());
  await batches.next();
  const open = await asActor(people.staff, (tx) =>
    tx.execute(
      "SELECT FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction'",
    ),
  );
  expect(open.rows).toEqual([]);
  await batches.return(undefined);
});
