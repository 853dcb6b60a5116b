import { asActor } from "@/db/as-actor";
import type { StaffActor } from "@/db/actor";
import { countByState, listMail } from "@/lib/mail/list-mail";
import { mailListHref, readMailList, type MailListQuery } from "@/lib/mail/list-input";
import { newId } from "@/lib/platform/ids";
import { asSuperuser, resetDatabase } from "../../support/database";
import { queueNotice } from "../../support/outbox";
import { somePeople, type People } from "../../support/people";

let people: People;

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
});

const list = (query: Partial<MailListQuery> = {}, actor: StaffActor = people.staff) =>
  asActor(actor, (tx) => listMail(tx, { q: "", state: null, ...query }));

const addresses = async (query?: Partial<MailListQuery>, actor?: StaffActor) =>
  (await list(query, actor)).rows.map((row) => row.toAddress);

const fill = (count: number, state = "sent") =>
  asSuperuser(
    `INSERT INTO mail (organisation_id, id, template, to_address, data, state, created_at)
     SELECT $1, gen_random_uuid(), 'password-changed', 'n' || n || '@bulk.example', '{}', $3, now() - n * interval '1 minute'
     FROM generate_series(1, $2::int) n`,
    [people.organisationId, count, state],
  );

it("shows the latest first, with template, contact and company", async () => {
  await queueNotice(people, "first@winslow.example");
  await queueNotice(people, "second@winslow.example");
  const { rows } = await list();
  expect(rows.map((row) => row.toAddress)).toEqual(["second@winslow.example", "first@winslow.example"]);
  expect(rows[0]).toMatchObject({
    state: "queued",
    templateName: "passwordchanged-EJS",
    contact: { name: "Ana Trujillo" },
    company: { name: "Parkway Cinemas", kind: "customer" },
  });
});

it("walks older and newer by key and meets every e-mail once", async () => {
  await fill(120);
  const seen: string[] = [];
  let page = await list();
  for (let pages = 1; ; pages++) {
    seen.push(...page.rows.map((row) => row.toAddress));
    if (!page.older) break;
    expect(pages).toBeLessThan(4);
    page = await list({ page: page.older });
  }
  expect(seen).toEqual(Array.from({ length: 120 }, (_, at) => `n${at + 1}@bulk.example`));
  const back = await list({ page: page.newer });
  expect(back.rows[0]?.toAddress).toBe("n51@bulk.example");
});

it("takes a cursor that leads nowhere for the first page", async () => {
  await fill(3);
  for (const page of [
    "x",
    "WzEsImEiLCJiIl0",
    Buffer.from(JSON.stringify([1, "2026-99-99", newId()])).toString("base64url"),
  ])
    expect((await list({ page })).rows).toHaveLength(3);
});

it("filters by state and counts what waits or failed", async () => {
  await fill(3, "failed");
  await fill(2, "sent");
  await queueNotice(people);
  expect(await addresses({ state: "failed" })).toHaveLength(3);
  expect(await addresses({ state: "cancelled" })).toEqual([]);
  expect(await asActor(people.staff, countByState)).toEqual({ queued: 1, sending: 0, failed: 3 });
});

it("searches addresses by any part, and contacts by name however long ago they were written to", async () => {
  await queueNotice(people, "older-address@winslow.example");
  await asSuperuser("UPDATE mail SET created_at = now() - interval '1 year'");
  await fill(3_100);
  expect(await addresses({ q: "N2050@BULK" })).toEqual(["n2050@bulk.example"]);
  expect(await addresses({ q: "trujillo" })).toEqual(["older-address@winslow.example"]);
  expect(await addresses({ q: "100%_" })).toEqual([]);
});

it("shows staff of limited reach the e-mails of their companies only, and nobody another organisation's", async () => {
  await queueNotice(people);
  await fill(2);
  const limited: StaffActor = { ...people.staff, reach: "assigned" };
  expect(await addresses({}, limited)).toEqual([]);
  await asSuperuser(
    "INSERT INTO assignments (organisation_id, staff_id, company_id, level) VALUES ($1, $2, $3, 'member')",
    [people.organisationId, people.staff.staffId, people.companyId],
  );
  expect(await addresses({}, limited)).toEqual([people.email]);
  const rival = await somePeople("rival");
  expect(await addresses({}, rival.staff)).toEqual([]);
  expect(await addresses({ q: "bulk" }, rival.staff)).toEqual([]);
});

it("keeps what it shows in its address", () => {
  const query = { q: "ana@", state: "failed", page: "abc" } as const;
  const params = Object.fromEntries(new URL(mailListHref(query), "http://x").searchParams);
  expect(readMailList(params)).toEqual(query);
  expect(readMailList({ state: "nonsense", q: ["a\u0000b", "c"] })).toEqual({
    q: "a b",
    state: null,
    page: undefined,
  });
  expect(mailListHref({ q: "", state: null })).toBe("/mail");
});
