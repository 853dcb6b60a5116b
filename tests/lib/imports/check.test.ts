import { asActor } from "@/db/as-actor";
import { cancelImport } from "@/lib/imports/cancel-import";
import { checkImport } from "@/lib/imports/check-import";
import { checkImportInput } from "@/lib/imports/input";
import { workOnImport } from "@/lib/imports/work-on-import";
import { asSuperuser } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";
import { someImporters } from "./administrator";
import { check, findRun, importFile, storedCompanies, storedContacts, upload } from "./runs";

let people: People;
beforeEach(async () => {
  people = await someImporters();
});

type Choices = Parameters<typeof check>[2];

/** The problems of each row, by its line. */
async function problems(file: string, choices?: Choices): Promise<Record<number, string[]>> {
  const { rows } = await check(people.staff, file, choices);
  const found = rows.filter((row) => row.problems);
  return Object.fromEntries(
    found.map(({ line, problems }) => [
      line,
      problems?.map(({ field, message }) => `${field}: ${message}`) ?? [],
    ]),
  );
}

const outcomes = async (file: string, choices?: Choices) =>
  (await check(people.staff, file, choices)).rows.map(({ outcome }) => outcome);

describe("a check", () => {
  it("shows what becomes of each row and writes nothing else", async () => {
    await importFile(people.staff, "code,name,city\nA,Alpha,Bonn\nB,Beta,Bern\n");
    const before = await storedCompanies(people.organisationId);
    const checked = await check(
      people.staff,
      "code,name,city\nA,Alpha,Bonn\nb,Beta,Berlin\nC,Gamma,Köln\nD,,\n",
    );
    expect(checked).toMatchObject({ state: "checked", rowsTotal: 4 });
    expect(checked.outcome).toEqual({ create: 1, update: 1, unchanged: 1, error: 1, contacts: 0 });
    expect(checked.rows.map(({ line, outcome, code }) => [line, outcome, code])).toEqual([
      [2, "unchanged", "A"],
      [3, "update", "b"],
      [4, "create", "C"],
      [5, "error", "D"],
    ]);
    expect(checked.rows[1]?.changes).toEqual({ city: ["Bern", "Berlin"] });
    expect(await storedCompanies(people.organisationId)).toEqual(before);
  });

  it("may be repeated with other columns, and shows the latest", async () => {
    const { id } = await check(people.staff, "a,b\nX1,First\n", { mapping: { 0: "name", 1: "code" } });
    const form = { id, mode: "create", emptyCells: "keep", "column-0": "code", "column-1": "name" };
    await asActor(people.staff, (tx) =>
      checkImport({ tx, actor: people.staff }, checkImportInput.parse(form)),
    );
    expect(await findRun(people.staff, id)).toMatchObject({
      state: "checking",
      mode: "create",
      outcome: null,
    });
  });

  it("can be called off, and leaves the columns as they were chosen", async () => {
    const id = await upload(people.staff, "code,name\nA,Alpha\n");
    await asActor(people.staff, (tx) => cancelImport({ tx, actor: people.staff }, { id }));
    await workOnImport({ organisationId: people.organisationId, runId: id });
    expect(await findRun(people.staff, id)).toMatchObject({
      state: "uploaded",
      mapping: { 0: "code", 1: "name" },
      cancelAskedAt: null,
    });
  });

  it.each([
    ["two columns for one field", { 0: "name", 1: "name" }, /Two columns are to be the Name/],
    ["neither name nor code", { 0: "city" }, /name of the company, or its ID/],
    ["a field that does not exist", { 0: "name", 1: "__proto__" }, /Choose from the fields shown/],
    ["a column that does not exist", { 0: "name", 7: "city" }, /Choose from the fields shown/],
  ])("is refused with %s", async (_, mapping, words) => {
    await expect(upload(people.staff, "a,b\n1,2\n", { mapping })).rejects.toThrow(words);
  });

  it("is refused to another organisation as if the file were not there", async () => {
    const id = await upload(people.staff, "code,name\nA,Alpha\n");
    const { staff } = await somePeople("rival");
    const form = { id, mode: "create", emptyCells: "keep", "column-0": "code" };
    await expect(
      asActor(staff, (tx) => checkImport({ tx, actor: staff }, checkImportInput.parse(form))),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("a row is an error, with field, reason and line, when", () => {
  it("its code stands further up, upper or lower case alike", async () => {
    expect(await problems("code,name\nA,Alpha\na,Again\n")).toEqual({
      3: ["code: The code a is on line 2 already."],
    });
  });

  it("its company exists and only new ones are wanted", async () => {
    expect(await problems("code,name\npark,Again\n", { mode: "create" })).toEqual({
      2: [
        "code: There is a customer with the code park already. Take the row out, or choose “Create & Update”.",
      ],
    });
  });

  it("it would be a company without name", async () => {
    expect(await problems("code,name\nA,NULL\n")).toEqual({ 2: ["name: Enter the name of the company."] });
  });

  it("a value is too long, holds control characters, or is no status, address or link", async () => {
    const file = [
      "code,name,status,email,website,groupchat",
      `A,${"x".repeat(121)},active,,,`,
      "B,Be\u0007ta,active,,,",
      "C,Gamma,asleep,,,",
      "D,Delta,,not-an-address,,",
      "E,Epsilon,,,javascript:alert(1),",
      "F,Phi,,,,http://chat.example/1",
      `${"c".repeat(41)},Long,,,,`,
    ].join("\n");
    expect(await problems(file)).toEqual({
      2: ["name: Use at most 120 characters."],
      3: ["name: Remove the line breaks and control characters."],
      4: ["status: “asleep” is no status. Use Active, Inactive, Blacklisted or Closed."],
      5: ["email: Enter an e-mail address such as ana@example.com, or leave it empty."],
      6: ["website: Enter a web address such as www.example.com, or leave it empty."],
      7: ["groupChatUrl: Enter the whole link, beginning with https://, or leave it empty."],
      8: ["code: Use at most 40 characters."],
    });
  });

  it("it sets a status that needs a reason without giving one", async () => {
    const file = "code,name,status,reason\nA,Alpha,Blacklisted,\nB,Beta,closed,Gave up\nC,Gamma,Active,\n";
    expect(await problems(file)).toEqual({
      2: ["statusReason: Say why: staff read it before they help with an order."],
    });
    await importFile(people.staff, "code,name,status,reason\nB,Beta,closed,Gave up\n");
    expect(await problems("code,status\nB,blacklisted\n")).toEqual({});
    expect(await problems("code,status\nPARK,closed\n")).toHaveProperty("2");
  });

  it("its parent is nowhere, or its parents lead back to itself", async () => {
    const file =
      "code,name,parent\nA,Alpha,B\nB,Beta,a\nC,Gamma,NOWHERE\nD,Delta,D\nE,Epsilon,A\nF,Phi,park\n";
    expect(await problems(file)).toEqual({
      2: ["parentCode: Its parent companies lead back to itself."],
      3: ["parentCode: Its parent companies lead back to itself."],
      4: ["parentCode: There is no customer with the code NOWHERE, neither here nor in the file."],
      5: ["parentCode: Its parent companies lead back to itself."],
    });
  });

  it("a circle closes through companies that the file does not name", async () => {
    await importFile(people.staff, "code,name,parent\nA,Alpha,\nB,Beta,A\nC,Gamma,B\n");
    expect(await problems("code,parent\nA,C\n")).toEqual({
      2: ["parentCode: Its parent companies lead back to itself."],
    });
  });

  it("it has more or fewer cells than there are headings", async () => {
    expect(await problems("code,name\nA,Alpha,x\nB\nC,Gamma,,\n")).toEqual({
      2: [expect.stringContaining("The row has 3 cells, and the headings are 2.")],
      3: [expect.stringContaining("The row has 1 cell, and the headings are 2.")],
    });
  });

  it("the file cannot be read on there", async () => {
    expect(await problems('code,name\nA,Alpha\nB,"Beta\nC,Gamma\n')).toEqual({
      3: [expect.stringContaining("never closed")],
    });
  });

  it("its contact has no name", async () => {
    const message = "contactName: Enter the contact’s name, or leave the other cells of the contact empty.";
    const file =
      "code,name,contact,contactEmail,jobTitle\nA,Alpha,,a@x.example,\nB,Beta,,,Owner\nC,Gamma,,,\n";
    expect(await problems(file)).toEqual({ 2: [message], 3: [message] });
  });

  it("its contact's e-mail address is somebody else's, whom it leads to", async () => {
    const file = `code,name,contact,contactEmail\nA,Alpha,Ana,${people.email.toUpperCase()}\nB,Beta,Ben,b@x.example\nC,Gamma,Cleo,B@x.example\n`;
    const { rows } = await check(people.staff, file);
    expect(rows[0]?.problems).toEqual([
      {
        field: "contactEmail",
        message:
          "This e-mail address belongs to Ana Trujillo, a contact of Parkway Cinemas, already. If it is the same person, choose to link existing logins.",
        contactId: people.contactId,
      },
    ]);
    expect(rows[2]?.problems?.[0]?.message).toContain("on line 3 already");
    expect(await outcomes(file, { linkLogins: true })).toEqual(["create", "create", "create"]);
  });

  it("its contact signs in with another address already", async () => {
    const file = "code,name,contact,contactEmail\nPARK,Parkway Cinemas,ana trujillo,new@x.example\n";
    const { rows } = await check(people.staff, file);
    expect(rows[0]?.problems?.[0]).toMatchObject({ field: "contactEmail", contactId: people.contactId });
    expect(rows[0]?.problems?.[0]?.message).toContain("signs in with another e-mail address");
  });
});

describe("a check reads", () => {
  it("statuses as people write them, and NULL as empty", async () => {
    await importFile(people.staff, "code,name,status,reason,city\nA,Alpha,BLOCKED,Bad debts,NULL\n");
    const [company] = await storedCompanies(people.organisationId);
    expect(company).toMatchObject({ status: "blacklisted", status_reason: "Bad debts", city: "" });
  });

  it("rows of empty cells, as spreadsheets leave them at the end, as nothing", async () => {
    const { rowsTotal, rows } = await check(people.staff, "code,name\nA,Alpha\n,\n , \n");
    expect({ rowsTotal, lines: rows.map(({ line }) => line) }).toEqual({ rowsTotal: 1, lines: [2] });
  });

  it("headings that are names of an object's own workings as nothing special", async () => {
    const { outcome } = await check(people.staff, "__proto__,constructor,name\n1,2,Alpha\n");
    expect(outcome).toMatchObject({ create: 1 });
    expect({}).not.toHaveProperty("polluted");
  });

  it("an apostrophe that guards a formula as no part of the value", async () => {
    await importFile(people.staff, "code,name,phone\n'=A,'@lpha,'+44 20 1\n");
    const [company] = await storedCompanies(people.organisationId);
    expect(company).toMatchObject({ code: "=A", name: "@lpha", phone: "+44 20 1" });
  });

  it("contacts of companies that exist: found by address, by name, or added", async () => {
    await importFile(people.staff, "code,name,contact,phone,jobtitle\nA,Alpha,Zoe Zimmer,1,Buyer\n");
    const file = [
      "code,contact,contactEmail,jobtitle",
      `PARK,Ana Maria Trujillo,${people.email},Owner`,
      "A,zoe zimmer,zoe@x.example,Buyer",
    ].join("\n");
    const { rows } = await check(people.staff, file);
    expect(rows.map(({ changes }) => changes)).toEqual([
      { contactName: ["Ana Trujillo", "Ana Maria Trujillo"], contactJobTitle: ["", "Owner"] },
      { contactName: ["Zoe Zimmer", "zoe zimmer"], contactEmail: ["", "zoe@x.example"] },
    ]);
    const added = await check(people.staff, "code,contact\nA,Yan\n");
    expect(added.rows[0]).toMatchObject({ outcome: "update", changes: { contactName: ["", "Yan"] } });
    expect(added.outcome).toMatchObject({ contacts: 1 });
    expect((await storedContacts(people.organisationId)).map(({ name }) => name)).toEqual([
      "Zoe Zimmer",
      "Ana Trujillo",
    ]);
  });

  it("empty cells as nothing to change, or as emptied when that is asked for, but for what must be there", async () => {
    await importFile(
      people.staff,
      "code,name,city,status,reason,contact,jobtitle\nA,Alpha,Bonn,inactive,Moving,Zoe,Buyer\n",
    );
    const file = "code,name,city,status,contact,jobtitle\nA,,,,Zoe,\n";
    expect(await outcomes(file)).toEqual(["unchanged"]);
    const { rows } = await check(people.staff, file, { emptyCells: "clear" });
    expect(rows[0]?.changes).toEqual({ city: ["Bonn", ""], contactJobTitle: ["Buyer", ""] });
  });
});

it("puts what it is asked to do into the queue with the commit, and not without", async () => {
  const jobs = () => asSuperuser("SELECT task_identifier FROM graphile_worker.jobs");
  await expect(upload(people.staff, "a\n1\n", { mapping: {} })).rejects.toThrow();
  expect(await jobs()).toEqual([]);
  await upload(people.staff, "code,name\nA,Alpha\n");
  expect(await jobs()).toEqual([{ task_identifier: "work-on-import" }]);
});
