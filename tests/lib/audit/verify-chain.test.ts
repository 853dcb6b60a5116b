import { sealAll } from "@/lib/audit/seal-chain";
import { verifyChain } from "@/lib/audit/verify-chain";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";
import { found, named, placeOf, someEvents, tamper } from "./tampering";

jest.setTimeout(60_000);

let people: People;
beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
});

describe("verifying finds", () => {
  beforeEach(async () => {
    await someEvents(people, 5);
    await sealAll();
  });

  it("nothing where nothing was touched", async () => {
    const { head, checked, findingCount } = await verifyChain(people.organisationId);
    expect({ checked, findingCount, position: head.position }).toEqual({
      checked: 5,
      findingCount: 0,
      position: 5,
    });
    expect(head.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  const columns: Record<string, string> = {
    at: "at + interval '1 microsecond'",
    actor_kind: "'system'",
    actor_id: "null",
    actor_name: "'Somebody else'",
    act: "'company.created'",
    company_id: "null",
    contact_id: "gen_random_uuid()",
    staff_id: "gen_random_uuid()",
    subject: `subject || ' '`,
    before: `before || '{"z": 3}'`,
    after: "after - 'name'",
  };

  it.each(Object.entries(columns))("an edited event, by its %s", async (column, value) => {
    await tamper(`UPDATE audit_events SET ${column} = ${value} WHERE ${named("event 3")}`);
    expect(await found(people)).toEqual(["edited 3"]);
  });

  it("an edit of every column that there is", async () => {
    const known = await asSuperuser<{ name: string }>(
      "SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'audit_events'",
    );
    expect(known.map(({ name }) => name).sort()).toEqual(
      // By written_in events of one moment are told apart while they are new; it says nothing of what happened.
      [...Object.keys(columns), "id", "organisation_id", "written_in"].sort(),
    );
  });

  it("no edit in what only PostgreSQL spells anew", async () => {
    await tamper(
      `UPDATE audit_events SET before = '{"a":[1,"\\u00fc"],   "z":1, "name":"Alt"}' WHERE ${named("event 3")}`,
    );
    expect(await found(people)).toEqual([]);
  });

  it("a removed event", async () => {
    await tamper(`DELETE FROM audit_events WHERE ${named("event 2")}`);
    expect(await found(people)).toEqual(["removed 2"]);
  });

  it("a removed event with its place in the chain", async () => {
    await tamper(
      `DELETE FROM audit_chain WHERE position = 2; DELETE FROM audit_events WHERE ${named("event 2")}`,
    );
    expect(await found(people)).toEqual(["gap 2-2"]);
  });

  it("an event that was removed before it could be sealed", async () => {
    await someEvents(people, 1, 6);
    await tamper(`DELETE FROM audit_events WHERE ${named("event 6")}`);
    expect(await found(people)).toEqual(["removed 6"]);
  });

  const insertion = `INSERT INTO audit_events SELECT organisation_id, gen_random_uuid(), at, actor_kind, actor_id, actor_name, act, company_id, contact_id, staff_id, 'inserted', before, after
    FROM audit_events WHERE ${named("event 2")}`;

  it("an event that was inserted past the triggers", async () => {
    await tamper(insertion);
    expect(await found(people)).toEqual(["inserted"]);
  });

  it("an event that was inserted with a place in the chain of its own, whose hash cannot be known", async () => {
    await tamper(`${insertion}; UPDATE audit_chain SET position = position + 10 WHERE position > 2; UPDATE audit_chain SET position = position - 9 WHERE position > 10;
      INSERT INTO audit_chain SELECT organisation_id, 3, (SELECT id FROM audit_events WHERE ${named("inserted")}), recorded_at, sealed_at, key_id, sha256(hash) FROM audit_chain WHERE position = 2`);
    expect(await found(people)).toContain("edited 3");
  });

  it("an event that was written now and says that it happened long ago", async () => {
    await asSuperuser(
      insertion.replace("gen_random_uuid(), at", "gen_random_uuid(), at - interval '3 days'"),
    );
    expect(await found(people)).toEqual(["backdated 6"]);
  });

  it("places that changed their order", async () => {
    await tamper(
      "UPDATE audit_chain SET position = -2 WHERE position = 2; UPDATE audit_chain SET position = 2 WHERE position = 3; UPDATE audit_chain SET position = 3 WHERE position = -2",
    );
    expect(await found(people)).toEqual(["edited 2", "edited 3", "edited 4"]);
  });

  it("a removed end, with or without its events", async () => {
    await tamper("DELETE FROM audit_chain WHERE position > 3");
    expect(await found(people)).toEqual(["shortened 4-5", "inserted", "inserted"]);
    await tamper(`DELETE FROM audit_events WHERE ${named("event 4")} OR ${named("event 5")}`);
    expect(await found(people)).toEqual(["shortened 4-5"]);
  });

  it("a removed end whose head was set back: the seal of a head cannot be made from what the database holds", async () => {
    await tamper(`DELETE FROM audit_chain WHERE position > 3; DELETE FROM audit_events WHERE ${named("event 4")} OR ${named("event 5")};
      UPDATE audit_heads SET position = 3, hash = (SELECT hash FROM audit_chain WHERE position = 3)`);
    expect(await found(people)).toEqual(["head 3"]);
    await tamper("UPDATE audit_heads SET key_id = 'unknown'");
    expect(await found(people)).toEqual(["key 3"]);
    await tamper("DELETE FROM audit_heads");
    expect(await found(people)).toEqual(["head"]);
  });

  it("a chain that was made anew, by the head that was noted down before", async () => {
    const { head } = await verifyChain(people.organisationId);
    expect(await found(people, head)).toEqual([]);
    await someEvents(people, 2, 6);
    expect(await found(people, head)).toEqual([]);
    await tamper(`UPDATE audit_events SET subject = 'other' WHERE ${named("event 1")}; DELETE FROM audit_chain; DELETE FROM audit_heads;
      INSERT INTO audit_unsealed (organisation_id, recorded_at, event_id) SELECT organisation_id, at, id FROM audit_events`);
    expect(await found(people)).toEqual([]);
    expect(await found(people, head)).toEqual(["elsewhere 5"]);
  });

  it("a changed time of sealing or of being taken in", async () => {
    await tamper(
      `UPDATE audit_chain SET recorded_at = recorded_at + interval '1 microsecond' WHERE ${placeOf("event 2")}`,
    );
    await tamper(
      `UPDATE audit_chain SET sealed_at = sealed_at + interval '1 microsecond' WHERE ${placeOf("event 4")}`,
    );
    expect(await found(people)).toEqual(["edited 2", "edited 4"]);
  });
});

describe("a chain that was sealed under a former AUTH_SECRET", () => {
  const verifyUnder = async (secrets: Record<string, string | undefined>) => {
    await jest.isolateModulesAsync(async () => {
      const before = { ...process.env };
      Object.assign(process.env, secrets);
      const { verifyChain: verify } = await import("@/lib/audit/verify-chain");
      const { closePool } = await import("@/db/client");
      result = (await verify(people.organisationId)).findings.map(({ kind, position, upTo }) => [
        kind,
        position,
        upTo,
      ]);
      await closePool();
      Object.assign(process.env, { AUTH_SECRETS_BEFORE: "", ...before });
    });
    return result;
  };
  let result: unknown[] = [];

  it("is verified where the former one is given, and else said not to be", async () => {
    await someEvents(people, 3);
    await sealAll();
    const AUTH_SECRET = "another secret for tests only, also long enough";
    const former = process.env.AUTH_SECRET;
    expect(await verifyUnder({ AUTH_SECRET })).toEqual([
      ["key", 1, 3],
      ["key", 3, undefined],
    ]);
    await someEvents(people, 1, 4);
    expect(await verifyUnder({ AUTH_SECRET, AUTH_SECRETS_BEFORE: former })).toEqual([]);
    expect(await verifyUnder({ AUTH_SECRET })).toEqual([["key", 1, 3]]);
  });
});
