import { asActor } from "@/db/as-actor";
import { loadServicesOf } from "@/lib/access/queries";
import { setServices } from "@/lib/access/set-services";
import { newId } from "@/lib/platform/ids";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";

let people: People;

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
});

const set = (on: boolean, companyId = people.companyId, actor = people.staff) =>
  asActor(actor, (tx) => setServices({ tx, actor }, { companyId, on }));

const isOn = async () =>
  (await asActor(people.staff, (tx) => loadServicesOf(tx, [people.companyId]))).get(people.companyId)?.on;

const events = () => asSuperuser<{ act: string }>("SELECT act FROM audit_events ORDER BY id");

describe("services of a company", () => {
  it("are off at first, and follow what was set last", async () => {
    expect(await isOn()).toBe(false);
    await set(true);
    expect(await isOn()).toBe(true);
    await set(false);
    expect(await isOn()).toBe(false);
    expect(await events()).toEqual([{ act: "company.services-on" }, { act: "company.services-off" }]);
  });

  it("are left alone, without a change or an event, when they are so already", async () => {
    await set(true);
    await set(true);
    expect(await events()).toHaveLength(1);
    expect(await asSuperuser("SELECT 1 FROM access_changes")).toHaveLength(1);
  });

  it("of a company that cannot be seen are refused like those of a company that does not exist", async () => {
    const rival = await somePeople("rival");
    await expect(set(true, rival.companyId)).rejects.toMatchObject({ code: "not-found" });
    await expect(set(true, newId())).rejects.toMatchObject({ code: "not-found" });
    await expect(set(true, people.companyId, { ...people.staff, reach: "assigned" })).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await asSuperuser("SELECT 1 FROM access_changes")).toEqual([]);
    expect(await events()).toEqual([]);
  });
});
