import type { StaffActor } from "@/db/actor";
import { asActor } from "@/db/as-actor";
import { suggestContacts } from "@/lib/contacts/suggest-contacts";
import { resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";
import { anotherCompany, invite, limitedTo } from "./arrange";

let people: People;

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
});

const suggested = async (q: string, actor: StaffActor = people.staff) =>
  (await asActor(actor, (tx) => suggestContacts(tx, actor, q))).map(({ name, companyName }) => [
    name,
    companyName,
  ]);

describe("contacts to go to", () => {
  it("are found by parts of name and e-mail, with their company", async () => {
    expect(await suggested("truj an")).toEqual([["Ana Trujillo", "Parkway Cinemas"]]);
    expect(await suggested(people.email.slice(0, 6).toUpperCase())).toHaveLength(1);
    expect(await suggested("nobody")).toEqual([]);
  });

  it("are at most eight, by name", async () => {
    for (const name of ["Zoe", "Bea", "Cid", "Dan", "Eve", "Fay", "Gus", "Hal", "Ida"])
      await invite(people.staff, { companyId: people.companyId, name, email: `${name}@many.example` });
    const names = (await suggested("many")).map(([name]) => name);
    expect(names).toEqual(["Bea", "Cid", "Dan", "Eve", "Fay", "Gus", "Hal", "Ida"]);
  });

  it("are those within the reach of whoever asks", async () => {
    const other = await anotherCompany(people);
    const limited = await limitedTo(people, other);
    expect(await suggested("trujillo", limited)).toEqual([]);
  });
});
