import { asActor, asSystem, type Tx } from "@/db/as-actor";
import { contacts } from "@/db/schema";
import { appendChange, nextChangeId, type NewEntry } from "@/lib/access/append-change";
import { explainAccess, explainServices } from "@/lib/access/explain";
import type { LedgerSubject, PermissionId } from "@/lib/access/permissions";
import { loadAccess } from "@/lib/access/queries";
import { undoChange } from "@/lib/access/undo-change";
import { clock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";

const { now } = clock;
let people: People;

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople("winslow", { timeZone: "Pacific/Auckland" });
});
afterEach(() => (clock.now = now));

const at = (moment: string) => (clock.now = () => new Date(moment));

const asStaff = <T>(work: (tx: Tx) => Promise<T>) => asActor(people.staff, work);

const toEveryone = (permission: LedgerSubject, effect: NewEntry["effect"] = "allow"): NewEntry => ({
  scope: "everyone",
  audience: "customer",
  permission,
  effect,
});

const append = (summary: string, ...entries: NewEntry[]) =>
  asStaff((tx) => appendChange(tx, people.staff, { summary, entries }));

const undo = (id: number) => asStaff((tx) => undoChange({ tx, actor: people.staff }, { id }));

const access = (contactId = people.contactId, when?: Date) =>
  asStaff((tx) => loadAccess(tx, contactId, when));

async function answer(permission: PermissionId, contactId?: string, when?: Date) {
  const found = (await access(contactId, when)).permissions.get(permission);
  if (!found) throw new Error(`Customers have no permission ${permission}.`);
  return found;
}

async function laterContact(): Promise<string> {
  const id = newId();
  await asStaff(async (tx) =>
    tx.insert(contacts).values({
      organisationId: people.organisationId,
      id,
      companyId: people.companyId,
      kind: "customer",
      name: "Yoshi Latimer",
      accessSince: await nextChangeId(tx, people.organisationId),
    }),
  );
  return id;
}

describe("an access change", () => {
  it("counts from one in each organisation", async () => {
    const rival = await somePeople("rival");
    expect([await append("One", toEveryone("invoices")), await append("Two", toEveryone("issues"))]).toEqual([
      1, 2,
    ]);
    const theirs = asActor(rival.staff, (tx) =>
      appendChange(tx, rival.staff, { summary: "Theirs", entries: [toEveryone("invoices")] }),
    );
    expect(await theirs).toBe(1);
  });

  it("gets its id in the order in which changes made at once commit", async () => {
    const committed: number[] = [];
    await Promise.all(
      Array.from({ length: 8 }, async (_, index) => {
        const id = await asStaff(async (tx) => {
          const made = await appendChange(tx, people.staff, {
            summary: `${index}`,
            entries: [toEveryone("issues")],
          });
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
          return made;
        });
        committed.push(id);
      }),
    );
    expect(committed).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it("keeps the order of thousands of entries", async () => {
    const entries = Array.from({ length: 5_001 }, (_, index) =>
      toEveryone("invoices", index === 5_000 ? "allow" : "deny"),
    );
    await append("Many", ...entries);
    expect((await answer("invoices")).allowed).toBe(true);
  });

  it("is refused, leaving nothing, for a permission of the other audience", async () => {
    const wrong = append("Wrong", toEveryone("issues"), { ...toEveryone("issues"), audience: "supplier" });
    await expect(wrong).rejects.toMatchObject({
      code: "invalid",
      message: "Suppliers have no such permission.",
    });
    expect(await asSuperuser("SELECT 1 FROM access_changes")).toEqual([]);
  });

  it("is refused when it says nothing, or gives services to one contact", async () => {
    await expect(append("Empty")).rejects.toMatchObject({ code: "invalid" });
    const { contactId } = people;
    const one = { ...toEveryone("services"), scope: "contact", contactId } as const;
    await expect(append("Services for one", one)).rejects.toMatchObject({ code: "invalid" });
  });

  it("cannot name a contact of another organisation", async () => {
    const { contactId } = await somePeople("rival");
    const foreign = append("Foreign", { ...toEveryone("issues"), scope: "contact", contactId });
    await expect(foreign).rejects.toThrow();
    expect(await asSuperuser("SELECT 1 FROM access_changes")).toEqual([]);
  });
});

describe("access", () => {
  it("has no effect until services are on for the company", async () => {
    await append("Enable invoices", toEveryone("invoices"));
    expect(await answer("invoices")).toMatchObject({
      allowed: true,
      usable: false,
      obstacles: ["services-off"],
    });
    await append("Services on", { ...toEveryone("services"), scope: "company", companyId: people.companyId });
    expect(await answer("invoices")).toMatchObject({ allowed: true, usable: true, obstacles: [] });
  });

  it("leaves out contacts who came after a change for everyone, and covers them from the next", async () => {
    await append("Enable invoices", toEveryone("invoices"));
    const yoshi = await laterContact();
    expect((await answer("invoices", yoshi)).allowed).toBe(false);
    expect((await answer("invoices")).allowed).toBe(true);
    await append("Enable invoices again", toEveryone("invoices"));
    expect((await answer("invoices", yoshi)).allowed).toBe(true);
  });

  it("returns to what it was when the change is undone, and keeps what was decided later", async () => {
    const full = await append("Enable all", toEveryone("invoices"), toEveryone("issues"));
    await append("Disable issues", toEveryone("issues", "deny"));
    await undo(full);
    expect((await answer("invoices")).because).toEqual({ kind: "never-granted" });
    expect((await answer("issues")).because).toMatchObject({
      kind: "entry",
      entry: { summary: "Disable issues" },
    });
  });

  it("lasts through its last day where the organisation is", async () => {
    at("2026-11-01T09:00:00Z");
    await append("Until the third", { ...toEveryone("invoices"), lastDay: "2026-11-03" });
    at("2026-11-03T10:59:00Z"); // 23:59 in Auckland
    expect((await answer("invoices")).allowed).toBe(true);
    at("2026-11-03T11:00:00Z"); // midnight there, still the third in UTC
    expect((await answer("invoices")).allowed).toBe(false);
  });

  it("is told as of a past moment, undone changes included", async () => {
    at("2026-11-01T09:00:00Z");
    const change = await append("Enable invoices", toEveryone("invoices"));
    at("2026-11-02T09:00:00Z");
    await undo(change);
    const then = async (when: string) => (await answer("invoices", undefined, new Date(when))).allowed;
    expect(await then("2026-11-01T08:59:00Z")).toBe(false);
    expect(await then("2026-11-01T12:00:00Z")).toBe(true);
    expect(await then("2026-11-02T12:00:00Z")).toBe(false);
  });

  it("of another organisation's contact is that of a contact who does not exist", async () => {
    const { contactId } = await somePeople("rival");
    await expect(access(contactId)).rejects.toMatchObject({ code: "not-found" });
    await expect(access(newId())).rejects.toMatchObject({ code: "not-found" });
  });

  it("is the same to a staff user who serves only that company, and hidden from one who does not", async () => {
    await append("Enable invoices", toEveryone("invoices"));
    const limited = { ...people.staff, reach: "assigned" } as const;
    const seen = () => asActor(limited, (tx) => loadAccess(tx, people.contactId));
    await expect(seen()).rejects.toMatchObject({ code: "not-found" });
    await asSuperuser("INSERT INTO assignments VALUES ($1, $2, $3, 'member')", [
      people.organisationId,
      people.staff.staffId,
      people.companyId,
    ]);
    expect(await seen()).toEqual(await access());
  });

  it("can be loaded for a session before anybody acts", async () => {
    await append("Enable invoices", toEveryone("invoices"));
    const loaded = await asSystem("a test", people.organisationId, (tx) => loadAccess(tx, people.contactId));
    expect(loaded.permissions.get("invoices")?.allowed).toBe(true);
  });
});

describe("an explanation", () => {
  const reader = { locale: "en-GB", timeZone: "UTC" };

  it("names the change, who made it, when, and until when", async () => {
    at("2026-11-03T10:00:00Z");
    await append("Enable invoices", { ...toEveryone("invoices"), lastDay: "2026-12-24" });
    await append("Disable issues", toEveryone("issues", "deny"));
    await append("Services on", toEveryone("services"));
    expect(explainAccess(await answer("invoices"), reader)).toBe(
      "Allowed by ‘Enable invoices’ (Clerk, 3 Nov 2026), until 24 Dec 2026",
    );
    expect(explainAccess(await answer("issues"), reader)).toBe(
      "Not allowed by ‘Disable issues’ (Clerk, 3 Nov 2026)",
    );
    expect(explainAccess(await answer("service"), reader)).toBe("Not allowed: never granted");
    expect(explainServices((await access()).services, reader)).toBe(
      "On by ‘Services on’ (Clerk, 3 Nov 2026)",
    );
  });

  it("says what keeps an allowed permission from having an effect", async () => {
    at("2026-11-03T10:00:00Z");
    await append("Enable invoices", toEveryone("invoices"));
    expect(explainAccess(await answer("invoices"), reader)).toBe(
      "No effect: Services are off. Allowed by ‘Enable invoices’ (Clerk, 3 Nov 2026)",
    );
    expect(explainServices((await access()).services, reader)).toBe("Off: never switched on");
  });

  it("names the group role that gives it, or says that none does", async () => {
    const role = newId();
    const { organisationId, contactId } = people;
    await asSuperuser(
      "INSERT INTO group_roles (organisation_id, id, audience, code, name, roles) VALUES ($1, $2, 'contact', 'BUYER', 'Buyer', '{invoices}')",
      [organisationId, role],
    );
    await asSuperuser("INSERT INTO contact_group_roles VALUES ($1, $2, $3)", [
      organisationId,
      contactId,
      role,
    ]);
    at("2026-11-03T10:00:00Z");
    await append("By role only", toEveryone("invoices", "inherit"), toEveryone("issues", "inherit"));
    await append("Services on", toEveryone("services"));
    expect(explainAccess(await answer("invoices"), reader)).toBe("Allowed by group role Buyer");
    expect(explainAccess(await answer("issues"), reader)).toBe(
      "Not allowed: left to group roles by ‘By role only’ (Clerk, 3 Nov 2026), and none gives it",
    );
  });
});
