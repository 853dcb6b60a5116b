import { sql } from "drizzle-orm";
import { asActor, asSystem } from "@/db/as-actor";
import { pool } from "@/db/client";
import { record } from "@/lib/audit/record";
import { sealAll, sealChain } from "@/lib/audit/seal-chain";
import { clock } from "@/lib/platform/clock";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";
import { found, someEvents } from "./tampering";

jest.setTimeout(60_000);

let people: People;
beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
});

const chained = () =>
  asSuperuser<{ position: string; subject: string }>(
    "SELECT position, subject FROM audit_chain c JOIN audit_events e ON e.id = c.event_id ORDER BY position",
  );

describe("sealing", () => {
  it("puts every committed event into the chain once, also when several instances do it at the same time", async () => {
    await someEvents(people, 12_000);
    await Promise.all([sealAll(), sealAll(), sealChain(people.organisationId)]);
    const [{ count, last } = {}] = await asSuperuser(
      "SELECT count(DISTINCT event_id)::int, max(position)::int AS last FROM audit_chain",
    );
    expect([count, last]).toEqual([12_000, 12_000]);
    expect(await asSuperuser("SELECT 1 FROM audit_unsealed")).toEqual([]);
    expect(await found(people)).toEqual([]);
  });

  it("takes an event that commits late into the chain late, and holds nobody up meanwhile", async () => {
    let commit = () => {};
    const late = new Promise<void>((resolve) => (commit = resolve));
    const slow = asActor(people.staff, async (tx) => {
      await record(tx, people.staff, { act: "company.updated", subject: "late" });
      await late;
    });
    await someEvents(people, 2);
    await sealAll();
    expect((await chained()).map(({ subject }) => subject)).toEqual(["event 1", "event 2"]);
    commit();
    await slow;
    expect(await found(people)).toEqual([]);
    expect((await chained()).at(-1)).toEqual({ position: "3", subject: "late" });
  });

  it("leaves out what was rolled back", async () => {
    const failing = asActor(people.staff, async (tx) => {
      await record(tx, people.staff, { act: "company.updated", subject: "never" });
      throw new Error("undone");
    });
    await expect(failing).rejects.toThrow("undone");
    await sealAll();
    expect(await chained()).toEqual([]);
  });

  it("keeps the chains of two organisations apart", async () => {
    const others = await somePeople("other");
    await someEvents(people, 3);
    await someEvents(others, 2);
    expect([await found(people), await found(others)]).toEqual([[], []]);
    const ends = await asSuperuser("SELECT position::int FROM audit_heads ORDER BY 1");
    expect(ends.map(({ position }) => position)).toEqual([2, 3]);
  });

  it("seals what is written by whoever may write: a contact, and an act that is its own transaction", async () => {
    const { organisationId, loginId, contactId, companyId } = people;
    const contact = {
      kind: "contact",
      organisationId,
      loginId,
      contactId,
      companyId,
      companyIds: [companyId],
      name: "Ana",
    } as const;
    await asActor(contact, (tx) =>
      record(tx, contact, { act: "contact.signed-in", contactId, companyId, subject: "Ana" }),
    );
    expect(await found(people)).toEqual([]);
    expect(await chained()).toHaveLength(1);
  });
});

describe("what is on record", () => {
  it.each(["audit_events", "audit_chain"])(
    "is not changed, removed or emptied in %s, whoever tries",
    async (table) => {
      await someEvents(people, 1);
      await sealAll();
      for (const statement of [
        `UPDATE ${table} SET organisation_id = organisation_id`,
        `DELETE FROM ${table}`,
        `TRUNCATE ${table}`,
      ]) {
        const refusal = expect.objectContaining({
          code: "42501",
          message: expect.stringContaining("stays as it is"),
        });
        await expect(asSuperuser(statement)).rejects.toEqual(refusal);
        await expect(pool().query(statement)).rejects.toEqual(refusal);
      }
    },
  );

  it("waits for the seal by being written, not by being put there", async () => {
    const put = asSystem("a test", people.organisationId, (tx) =>
      tx.execute(
        sql`INSERT INTO audit_unsealed (organisation_id, event_id) VALUES (${people.organisationId}, ${people.companyId})`,
      ),
    );
    await expect(put).rejects.toThrow();
  });
});

it("events of different clocks and of a moved clock stay sound", async () => {
  const now = jest.spyOn(clock, "now").mockReturnValue(new Date(Date.now() + 40 * 86_400_000));
  await someEvents(people, 1);
  now.mockRestore();
  await someEvents(people, 1, 2);
  expect(await found(people)).toEqual([]);
});
