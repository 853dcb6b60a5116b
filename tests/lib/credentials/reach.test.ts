import type { ContactActor, StaffActor } from "@/db/actor";
import { asActor, type Tx } from "@/db/as-actor";
import { endOwnContactSession } from "@/lib/credentials/end-own-session";
import { listCredentials } from "@/lib/credentials/queries";
import { sendActivation } from "@/lib/credentials/send-activation";
import { newId } from "@/lib/platform/ids";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";
import { expectRefused, isLetIn, outbox, signIn, staffActs, traces, withPassword } from "./scene";

let people: People;
let limited: StaffActor;
const elsewhere = newId();

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
  limited = { ...people.staff, reach: "administered" };
  await asSuperuser("INSERT INTO assignments VALUES ($1, $2, $3, 'administrator')", [
    people.organisationId,
    people.staff.staffId,
    people.companyId,
  ]);
  await asSuperuser(
    "INSERT INTO companies (organisation_id, id, kind, code, name) VALUES ($1, $2, 'customer', 'ELSE', 'Elsewhere')",
    [people.organisationId, elsewhere],
  );
});

const names = ["activation", "cancel", "temporary", "reset", "deactivate", "reactivate", "unlock"] as const;

async function contactElsewhere(loginId: string | null): Promise<string> {
  const id = newId();
  await asSuperuser(
    `INSERT INTO contacts (organisation_id, id, company_id, kind, login_id, name, access_since)
     VALUES ($1, $2, $3, 'customer', $4, 'Ana Trujillo', 1)`,
    [people.organisationId, id, elsewhere, loginId],
  );
  return id;
}

describe.each(names)("the act %s", (name) => {
  it("is refused to another organisation's staff, as if there were no such contact", async () => {
    const rival = await somePeople("rival");
    await withPassword(people);
    await expectRefused(() => staffActs(rival.staff)[name](people.contactId), { code: "not-found" });
  });

  it("is refused to staff who do not reach the company, and to members where administrators are asked for", async () => {
    await withPassword(people);
    const sibling = await contactElsewhere(null);
    await expectRefused(() => staffActs(limited)[name](sibling), { code: "not-found" });
    await asSuperuser("UPDATE assignments SET level = 'member'");
    await expectRefused(() => staffActs(limited)[name](people.contactId), { code: "not-found" });
  });

  it("is refused for a contact that does not exist", async () => {
    await expectRefused(() => staffActs(people.staff)[name](newId()), { code: "not-found" });
  });
});

it("staff limited to a company can do all of it there, and it has its whole effect", async () => {
  const { contactId, organisationId } = people;
  const staff = staffActs(limited);
  await staff.activation(contactId);
  expect((await staff.credential(contactId))?.state.kind).toBe("invited");
  await staff.cancel(contactId);
  const { password } = await staff.temporary(contactId);
  const { sessionId } = await signIn(people, password);
  await staff.reset(contactId);
  for (let times = 0; times < 10; times += 1) await signIn(people, "wrong").catch(() => undefined);
  await staff.unlock(contactId);
  await staff.deactivate(contactId);
  expect(await isLetIn(organisationId, sessionId)).toBe(false);
  expect(await asSuperuser("SELECT 1 FROM tokens WHERE used_at IS NULL AND ended_at IS NULL")).toEqual([]);
  await staff.reactivate(contactId);
  await expect(signIn(people, password)).resolves.toBeDefined();
});

it("staff who reach one company of a person set no password that opens another, but may send a link", async () => {
  await withPassword(people);
  const { organisationId, sessionId } = await signIn(people);
  await contactElsewhere(people.loginId);
  await expectRefused(() => staffActs(limited).temporary(people.contactId), { code: "forbidden" });
  expect(await isLetIn(organisationId, sessionId)).toBe(true);
  await staffActs(limited).reset(people.contactId);
  await staffActs(people.staff).temporary(people.contactId);
});

it("a link sent for one company ends those of the same person sent for another, also by staff who do not see that one", async () => {
  const there = await contactElsewhere(people.loginId);
  await staffActs(people.staff).activation(there);
  await staffActs(limited).activation(people.contactId);
  const links = await asSuperuser("SELECT contact_id, ended_reason FROM tokens ORDER BY id");
  expect(links).toEqual([
    { contact_id: there, ended_reason: "replaced" },
    { contact_id: people.contactId, ended_reason: null },
  ]);
  expect(await asSuperuser("SELECT contact_id, state FROM mail ORDER BY id")).toEqual([
    { contact_id: there, state: "cancelled" },
    { contact_id: people.contactId, state: "queued" },
  ]);
});

it("nothing stays when a later step of the same transaction fails", async () => {
  const before = await traces();
  const failing = asActor(people.staff, async (tx: Tx) => {
    const input = { contactId: people.contactId, template: "account-activation" } as const;
    await sendActivation({ tx, actor: people.staff }, input);
    throw new Error("the rest failed");
  });
  await expect(failing).rejects.toThrow("the rest failed");
  expect(await traces()).toEqual(before);
  expect(await outbox()).toEqual([]);
});

describe("a contact's own sessions", () => {
  const end = (who: People, sessionId: string) => {
    const { organisationId, loginId, contactId, companyId, slug } = who;
    const actor: ContactActor = {
      ...{ kind: "contact", organisationId, loginId, contactId, companyId },
      ...{ companyIds: [companyId], name: "Ana" },
    };
    return asActor(actor, (tx) =>
      endOwnContactSession({ tx, actor, session: { organisation: { slug } } }, { sessionId }),
    );
  };

  it("can be ended by them, one at a time", async () => {
    await withPassword(people);
    const [here, there] = [await signIn(people), await signIn(people)];
    await end(people, there.sessionId);
    expect(await isLetIn(people.organisationId, there.sessionId)).toBe(false);
    expect(await isLetIn(people.organisationId, here.sessionId)).toBe(true);
  });

  it("are nobody else's to end", async () => {
    const rival = await somePeople("rival");
    await withPassword(rival);
    const { sessionId } = await signIn(rival);
    await expectRefused(() => end(people, sessionId), { code: "not-found" });
  });
});

describe("the list of a company's credentials", () => {
  it("comes by name, 50 at a time, each contact once", async () => {
    await asSuperuser(
      `INSERT INTO contacts (organisation_id, id, company_id, kind, name, access_since)
       SELECT $1, gen_random_uuid(), $2, 'customer', 'Contact ' || lpad((n / 2)::text, 3, '0'), 1 FROM generate_series(1, 119) n`,
      [people.organisationId, people.companyId],
    );
    const page = (at?: string) => asActor(limited, (tx) => listCredentials(tx, people.companyId, at));
    const first = await page();
    const second = await page(first.older);
    const third = await page(second.older);
    const all = [first, second, third].flatMap(({ rows }) => rows.map((row) => row.contactId));
    expect([first, second, third].map(({ rows }) => rows.length)).toEqual([50, 50, 20]);
    expect(new Set(all).size).toBe(120);
    expect([first.newer, third.older]).toEqual([undefined, undefined]);
    expect((await page(third.newer)).rows).toEqual(second.rows);
    expect(first.rows[0]).toMatchObject({ name: "Ana Trujillo", state: { kind: "none" } });
  });

  it("is empty for a company out of reach, and holds no password hash", async () => {
    await withPassword(people);
    const list = (actor: StaffActor, companyId: string) =>
      asActor(actor, (tx) => listCredentials(tx, companyId));
    await contactElsewhere(null);
    expect((await list(limited, elsewhere)).rows).toEqual([]);
    const rival = await somePeople("rival");
    expect((await list(rival.staff, people.companyId)).rows).toEqual([]);
    expect(JSON.stringify(await list(people.staff, people.companyId))).not.toContain("argon2");
  });
});
