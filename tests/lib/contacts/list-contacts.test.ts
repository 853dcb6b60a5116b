import type { StaffActor } from "@/db/actor";
import { asActor } from "@/db/as-actor";
import { listContacts } from "@/lib/contacts/list-contacts";
import { contactListHref, contactStates, isNarrowed, readContactList } from "@/lib/contacts/list-input";
import { findContact, listContactsOfSameLogin } from "@/lib/contacts/queries";
import { newId } from "@/lib/platform/ids";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";
import { anotherCompany, invite, limitedTo } from "./arrange";

let people: People;

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
});

const add = (name: string, companyId = people.companyId, fields: object = {}) =>
  invite(people.staff, { companyId, name, email: `${name.toLowerCase()}@example.com`, ...fields });

const list = (params: Record<string, string | string[]> = {}, actor: StaffActor = people.staff, size = 50) =>
  asActor(actor, (tx) => listContacts(tx, actor, readContactList(params), size));

const names = async (params: Record<string, string | string[]> = {}, actor?: StaffActor) =>
  (await list(params, actor)).rows.map((row) => row.name);

describe("the grid of contacts", () => {
  it("shows name, company, address and how the login stands", async () => {
    const { rows, total } = await list();
    expect(total).toEqual({ count: 1, isMore: false });
    expect(rows).toMatchObject([
      {
        name: "Ana Trujillo",
        companyName: "Parkway Cinemas",
        credential: { email: people.email, state: { kind: "none" } },
      },
    ]);
  });

  it("sorts by name as people do, or by the last change, either way", async () => {
    for (const name of ["Zoe", "Ärzt", "Bo"]) await add(name, undefined, { email: "" });
    expect(await names()).toEqual(["Ana Trujillo", "Ärzt", "Bo", "Zoe"]);
    expect(await names({ sort: "-name" })).toEqual(["Zoe", "Bo", "Ärzt", "Ana Trujillo"]);
    expect((await names({ sort: "-updated" }))[0]).toBe("Bo");
  });

  it("finds by parts of name and address", async () => {
    await add("Zoe");
    expect(await names({ q: "trujillo ana" })).toEqual(["Ana Trujillo"]);
    expect(await names({ q: "zoe@exam" })).toEqual(["Zoe"]);
    expect(await list({ q: "nobody" })).toMatchObject({ rows: [], total: { count: 0, isMore: false } });
  });

  it("filters by kind of company", async () => {
    await add("Zoe", await anotherCompany(people, "supplier"));
    expect(await names({ kind: "supplier" })).toEqual(["Zoe"]);
    expect(await names({ kind: "customer" })).toEqual(["Ana Trujillo"]);
    expect(await names({ kind: "bishop" })).toHaveLength(2);
  });

  it.each(["name", "-name", "updated", "-updated"])(
    "pages by %s without losing or repeating anybody",
    async (sort) => {
      for (let index = 0; index < 7; index++) await add(`Bo${index % 3}`, undefined, { email: "" });
      const whole = (await list({ sort })).rows.map(({ id }) => id);
      let page = await list({ sort }, people.staff, 3);
      const seen = [page];
      while (page.older) seen.push((page = await list({ sort, page: page.older }, people.staff, 3)));
      expect(seen.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(whole);
      const back = await list({ sort, page: page.newer ?? "" }, people.staff, 3);
      expect(back.rows).toEqual(seen.at(-2)?.rows);
    },
  );

  it("shows the first page for a cursor that was made up", async () => {
    for (const page of [
      "x",
      "WzEsIngiLCJ5Il0",
      Buffer.from(`[1,"2026-99-99 x","${newId()}"]`).toString("base64url"),
    ])
      for (const sort of ["name", "updated"]) expect(await names({ page, sort })).toEqual(["Ana Trujillo"]);
  });
});

describe("the filter by state", () => {
  const login = (set: string, name: string) =>
    asSuperuser(`UPDATE logins SET ${set} WHERE email = '${name.toLowerCase()}@example.com'`);

  async function oneOfEach() {
    const invited = { template: "accountactivation-EJS" };
    await add("None");
    await add("Nobody", undefined, { email: "" });
    for (const name of ["Invited", "Lapsed", "Cancelled", "Used"]) await add(name, undefined, invited);
    const token = "login_id = (SELECT id FROM logins WHERE email = ";
    await asSuperuser(
      `UPDATE tokens SET expires_at = now() - interval '1 day' WHERE ${token}'lapsed@example.com')`,
    );
    await asSuperuser(
      `UPDATE tokens SET ended_at = now(), ended_reason = 'cancelled' WHERE ${token}'cancelled@example.com')`,
    );
    await asSuperuser(`UPDATE tokens SET used_at = now() WHERE ${token}'used@example.com')`);
    await login("password_hash = 'x'", "Used");
    for (const name of ["Temporary", "Overdue", "Gone"]) await add(name);
    await login("password_hash = 'x', temporary_until = now() + interval '1 day'", "Temporary");
    await login("password_hash = 'x', temporary_until = now() - interval '1 day'", "Overdue");
    await asSuperuser("UPDATE contacts SET deactivated_at = now() WHERE name = 'Gone'");
  }

  it("hides the deactivated unless they are asked for", async () => {
    await oneOfEach();
    expect(await names()).not.toContain("Gone");
    expect(await names({ state: "all" })).toContain("Gone");
  });

  it("finds for each state exactly the contacts who show it", async () => {
    await oneOfEach();
    const { rows } = await list({ state: "all" });
    expect(rows).toHaveLength(10);
    for (const state of contactStates) {
      const shown = rows.filter(({ credential }) => credential?.state.kind === state).map(({ name }) => name);
      expect(shown).not.toEqual([]);
      expect(await names({ state })).toEqual(shown);
    }
    expect(await names({ state: ["active", "invited"] })).toEqual(["Invited", "Used"]);
  });
});

describe("who is listed", () => {
  it("are the organisation's own contacts only", async () => {
    const rival = await somePeople("rival", { contact: "Rival" });
    expect(await names({ state: "all" })).toEqual(["Ana Trujillo"]);
    expect(await names({ q: "rival" })).toEqual([]);
    expect(await names({}, rival.staff)).toEqual(["Rival"]);
  });

  it("are, for staff of limited reach, those of their companies, in lists, searches and counts alike", async () => {
    const companyId = await anotherCompany(people);
    await add("Zoe", companyId);
    const limited = { ...(await limitedTo(people, companyId)), reach: "assigned" } as const;
    expect(await names({}, limited)).toEqual(["Zoe"]);
    expect(await names({ q: "example" }, limited)).toEqual(["Zoe"]);
    expect(await list({ q: "ana" }, limited)).toMatchObject({ rows: [], total: { count: 0 } });
    expect((await list({}, limited)).total.count).toBe(1);
  });
});

describe("one contact", () => {
  it("is found with company and address; a foreign, missing or misspelt id finds nobody", async () => {
    const rival = await somePeople("rival");
    const find = (id: string) => asActor(people.staff, (tx) => findContact(tx, id));
    expect(await find(people.contactId)).toMatchObject({
      name: "Ana Trujillo",
      email: people.email,
      company: { name: "Parkway Cinemas" },
    });
    for (const id of [rival.contactId, newId(), "1", "' OR 1=1"]) expect(await find(id)).toBeNull();
  });

  it("tells for which other companies the same person signs in, as far as the reader sees them", async () => {
    const companyId = await anotherCompany(people, "supplier");
    await add("Ana", companyId, { email: people.email, link: true });
    const of = (actor: StaffActor) =>
      asActor(actor, (tx) => listContactsOfSameLogin(tx, { id: people.contactId, loginId: people.loginId }));
    expect(await of(people.staff)).toMatchObject([{ companyName: "Elsewhere", kind: "supplier" }]);
    expect(await of(await limitedTo(people, people.companyId))).toEqual([]);
  });
});

describe("the address of the grid", () => {
  it("says what is shown, and reads back the same", () => {
    const params = {
      q: "ana",
      kind: "supplier",
      state: ["invited", "none"],
      sort: "-updated",
      columns: "email",
    };
    const query = readContactList(params);
    const href = contactListHref(query);
    const read: Record<string, string[]> = {};
    new URL(href, "http://x").searchParams.forEach((value, name) => (read[name] ??= []).push(value));
    expect(readContactList(read)).toEqual(query);
    expect(isNarrowed(query)).toBe(true);
  });

  it("is short when everything is as usual, and takes nothing it does not know", () => {
    expect(contactListHref(readContactList({}))).toBe("/contacts");
    const odd = readContactList({
      q: "a\u0000b",
      state: "drop",
      sort: "password",
      columns: ["hash"],
      page: "",
    });
    expect(contactListHref(odd)).toBe("/contacts?q=a+b");
  });
});
