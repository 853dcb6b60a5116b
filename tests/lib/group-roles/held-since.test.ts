import { asActor } from "@/db/as-actor";
import { listGiven } from "@/lib/group-roles/held-since";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";
import { addColleague } from "../access/arrange";
import { create, give, take, update } from "./arrange";

let people: People;
let ada: People["staff"];

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
  ada = people.staff;
});

async function pause(): Promise<Date> {
  const [row] = await asSuperuser<{ at: Date }>("SELECT clock_timestamp() AS at, pg_sleep(0.005)");
  return row?.at ?? new Date();
}

const since = (at = new Date()) =>
  asActor(ada, async (tx) => {
    const given = await listGiven(tx, people.contactId, at);
    return (id: "enquiries" | "invoices") => given.get(id)?.since.getTime() ?? null;
  });

it("is since the contact got the group role, or since that came to give the permission, an edit of the rest aside", async () => {
  const id = await create(ada, { roles: ["enquiries"] });
  const before = (await pause()).getTime();
  await give(ada, id, people.contactId);
  const given = (await pause()).getTime();
  await update(ada, id, { roles: ["enquiries", "invoices"] });
  const edited = await pause();
  const now = await since();
  expect(now("enquiries")).toBeGreaterThanOrEqual(before);
  expect(now("enquiries")).toBeLessThanOrEqual(given);
  expect(now("invoices")).toBeGreaterThanOrEqual(given);
  await take(ada, id, people.contactId);
  expect((await since())("enquiries")).toBeNull();
  expect((await since(edited))("enquiries")).toBe(now("enquiries"));
});

it("begins anew when the permission was away in between", async () => {
  const id = await create(ada, { roles: ["enquiries"] });
  await give(ada, id, people.contactId);
  await update(ada, id, { roles: [] });
  const away = (await pause()).getTime();
  expect((await since())("enquiries")).toBeNull();
  await update(ada, id, { roles: ["enquiries"], version: 2 });
  expect((await since())("enquiries")).toBeGreaterThanOrEqual(away);
});

it("is that of the one that has given it longest, when several give it", async () => {
  const first = await create(ada, { roles: ["enquiries"] });
  await give(ada, first, people.contactId);
  const between = (await pause()).getTime();
  await give(ada, await create(ada, { code: "TWO", roles: ["enquiries"] }), people.contactId);
  expect((await since())("enquiries")).toBeLessThanOrEqual(between);
});

it("names who gave the contact the group role, or, if that came later, who edited it so that it gives the permission", async () => {
  const grace = await addColleague(people, "Grace");
  const by = (at = new Date()) =>
    asActor(ada, async (tx) => {
      const given = await listGiven(tx, people.contactId, at);
      return [given.get("enquiries")?.by, given.get("invoices")?.by];
    });
  const id = await create(ada, { roles: ["enquiries"] });
  await give(grace, id, people.contactId);
  expect(await by()).toEqual(["Grace", undefined]);
  await update(ada, id, { roles: ["enquiries", "invoices"] });
  const edited = await pause();
  expect(await by()).toEqual(["Grace", "Clerk"]);
  await update(grace, id, { roles: [], version: 2 });
  await take(grace, id, people.contactId);
  expect(await by()).toEqual([undefined, undefined]);
  expect(await by(edited)).toEqual(["Grace", "Clerk"]);
});
