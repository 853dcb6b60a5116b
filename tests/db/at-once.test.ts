import { asSystem } from "@/db/as-actor";
import { asSystemAtOnce } from "@/db/at-once";
import { runStatement, type Statement } from "@/db/statement";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";

let people: People;

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
});

const rename = (name: string | null): Statement => ({
  name: "test rename",
  text: "UPDATE companies SET name = $1",
  values: [name],
});
const names: Statement<{ name: string }> = {
  name: "test names",
  text: "SELECT name FROM companies ORDER BY name",
  values: [],
};
const inAll = async () => (await asSuperuser<{ name: string }>(names.text)).map(({ name }) => name);

it("answers each statement with its rows, and commits", async () => {
  const [, found] = await asSystemAtOnce("test", people.organisationId, [rename("It's \\ one"), names]);
  expect(found).toEqual([{ name: "It's \\ one" }]);
  expect(await inAll()).toEqual(["It's \\ one"]);
});

it("undoes all when one is refused, and the connection serves on", async () => {
  const both = () => asSystemAtOnce("test", people.organisationId, [rename("New"), rename(null)]);
  for (let times = 0; times < 12; times += 1) await expect(both()).rejects.toMatchObject({ code: "23502" });
  expect(await inAll()).toEqual(["Parkway Cinemas"]);
  const [found] = await asSystemAtOnce("test", people.organisationId, [names]);
  expect(found).toHaveLength(1);
});

it("sees and changes nothing of another organisation", async () => {
  const rival = await somePeople("rival");
  await asSystemAtOnce("test", rival.organisationId, [rename("Theirs")]);
  expect(await inAll()).toEqual(["Parkway Cinemas", "Theirs"]);
  expect(await asSystemAtOnce("test", "any", [names])).toEqual([[]]);
});

it("leaves nothing of who asked on the connection", async () => {
  await asSystemAtOnce("test", people.organisationId, [names]);
  const seen = await asSystem("test", "any", (tx) => runStatement(tx, names));
  expect(seen).toEqual([]);
});
