import { parseCrontab } from "graphile-worker";
import { TELL_ENDINGS, tellEndings } from "@/lib/access/tell-endings";
import { clock } from "@/lib/platform/clock";
import { lanes } from "@/lib/worker/task-list";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";
import {
  addContact,
  addGroupRole,
  companies,
  contact,
  disable,
  enable,
  everyone,
  filter,
  save,
  undo,
} from "./arrange";

const { now } = clock;
let people: People;

const on = (day: string) => (clock.now = () => new Date(`${day}T12:00:00Z`));
const LAST = { lastDay: "2026-11-20" };

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople("winslow", { organisation: "Winslow Estates" });
  await asSuperuser("UPDATE logins SET password_hash = 'a hash'");
  await asSuperuser("UPDATE organisations SET modules = '{customerPortal,invoices,orders,issues}'");
  on("2026-11-01");
  await save(people.staff, [enable("services", companies(people.companyId))]);
});
afterEach(() => (clock.now = now));

const ticks = (...subjects: string[]) =>
  save(
    people.staff,
    subjects.map((subject) => enable(subject, contact(people.contactId), LAST)),
  );

async function told(day: string) {
  on(day);
  await tellEndings();
  return asSuperuser<{ to_address: string; data: object }>(
    "SELECT to_address, template, company_id, contact_id, data FROM mail ORDER BY created_at, id",
  );
}

it("tells a contact with a login a week before, once, everything that ends on that day", async () => {
  await ticks("invoices", "salesOrders");
  expect(await told("2026-11-12")).toEqual([]);
  const letter = {
    to_address: people.email,
    template: "access-ending",
    company_id: people.companyId,
    contact_id: people.contactId,
    data: { access: ["Invoices", "Sales Orders"], lastDay: "2026-11-20" },
  };
  expect(await told("2026-11-13")).toEqual([letter]);
  expect(await told("2026-11-14")).toEqual([letter]);
  const events = await asSuperuser("SELECT act, contact_id, after FROM audit_events WHERE act LIKE '%told'");
  expect(events).toEqual([
    {
      act: "access.ending-told",
      contact_id: people.contactId,
      after: { access: ["Invoices", "Sales Orders"], lastDay: "2026-11-20" },
    },
  ]);
});

it("makes up for days on which nothing ran, but not once the day is over", async () => {
  await ticks("invoices");
  expect(await told("2026-11-21")).toEqual([]);
  expect(await told("2026-11-20")).toHaveLength(1);
});

it("tells at once who runs twice at the same time only once", async () => {
  await ticks("invoices");
  on("2026-11-15");
  await Promise.all([tellEndings(), tellEndings(), tellEndings()]);
  expect(await told("2026-11-15")).toHaveLength(1);
});

it("says nothing of access that does not end with the day, or is not there", async () => {
  const { staff, companyId, contactId } = people;
  await save(staff, [enable("invoices", everyone)]);
  await ticks("invoices");
  expect(await told("2026-11-14")).toEqual([]);
  await save(staff, [disable("invoices", everyone)]);
  await ticks("invoices");
  await save(staff, [disable("invoices", contact(contactId))]);
  expect(await told("2026-11-14")).toEqual([]);
  const { changeId } = await ticks("invoices");
  await undo(staff, changeId);
  expect(await told("2026-11-14")).toEqual([]);
  await ticks("invoices");
  await save(staff, [disable("services", companies(companyId))]);
  expect(await told("2026-11-14")).toEqual([]);
  await save(staff, [enable("services", companies(companyId))]);
  expect(await told("2026-11-14")).toHaveLength(1);
});

it("says nothing where a group role gives the same afterwards", async () => {
  await ticks("invoices");
  await addGroupRole(people, "Buyer", ["invoices"], [people.contactId]);
  expect(await told("2026-11-14")).toEqual([]);
});

it("says nothing to contacts without a login, or deactivated", async () => {
  const ben = await addContact(people, people.companyId, "Ben");
  await save(people.staff, [enable("invoices", contact(ben), LAST)]);
  await ticks("issues");
  await asSuperuser("UPDATE contacts SET deactivated_at = now() WHERE id = $1", [people.contactId]);
  expect(await told("2026-11-14")).toEqual([]);
});

it("goes on where many end at once, with one e-mail for each, and for every organisation", async () => {
  const rival = await somePeople("rival");
  await asSuperuser(
    `WITH l AS (INSERT INTO logins (organisation_id, id, email) SELECT $1, gen_random_uuid(), 'many-' || n || '@rival.example'
        FROM generate_series(1, 449) n RETURNING *)
      INSERT INTO contacts (organisation_id, id, company_id, kind, login_id, name, access_since)
      SELECT $1, gen_random_uuid(), $2, 'customer', id, 'Many', 1 FROM l`,
    [rival.organisationId, rival.companyId],
  );
  await asSuperuser("UPDATE logins SET password_hash = 'a hash'");
  await asSuperuser("UPDATE organisations SET modules = '{customerPortal,invoices,issues}'");
  await save(rival.staff, [
    enable("services", everyone),
    enable("invoices", filter({ login: "some" }), LAST),
  ]);
  await save(rival.staff, [enable("issues", filter({ login: "some" }), LAST)]);
  await ticks("invoices");
  const letters = await told("2026-11-14");
  expect(letters).toHaveLength(451);
  expect(new Set(letters.map(({ to_address }) => to_address)).size).toBe(451);
});

it("is a task that is due once a day", () => {
  const [lane] = lanes.filter(({ tasks }) => TELL_ENDINGS in tasks);
  const tasks = parseCrontab(lane?.crontab ?? "").map(({ task }) => task);
  expect(tasks).toContain(TELL_ENDINGS);
});
