import { eq } from "drizzle-orm";
import { asActor } from "@/db/as-actor";
import { companies } from "@/db/schema";
import { checkImport } from "@/lib/imports/check-import";
import { startImport } from "@/lib/imports/start-import";
import { workOnImport } from "@/lib/imports/work-on-import";
import { asSuperuser } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";
import { someImporters } from "./administrator";
import {
  check,
  codesOf,
  companyOf,
  findRun,
  importFile,
  start,
  storedCompanies,
  storedContacts,
} from "./runs";

let people: People;
beforeEach(async () => {
  people = await someImporters();
});

describe("an import is all or nothing:", () => {
  it("one bad row among many keeps all of them out", async () => {
    const { id, outcome } = await check(people.staff, "code,name\nA,Alpha\nB,\nC,Gamma\n");
    expect(outcome).toMatchObject({ create: 2, error: 1 });
    await expect(start(people.staff, id)).rejects.toMatchObject({ code: "conflict" });
    expect(await codesOf(people)).toEqual(["PARK"]);
  });

  it("a row that turns out otherwise than was shown keeps all of them out", async () => {
    const { id } = await check(people.staff, "code,name\nA,Alpha\nB,Beta\n");
    await importFile(people.staff, "code,name\nB,Another Beta\n");
    const run = await start(people.staff, id);
    expect(run).toMatchObject({
      state: "failed",
      problem: expect.stringContaining("One row turns out otherwise"),
    });
    expect(await codesOf(people)).toEqual(["B", "PARK"]);
    expect((await companyOf(people, "B"))?.name).toBe("Another Beta");
  });

  it("a value that somebody changed after it was shown is not overwritten", async () => {
    const { id } = await check(people.staff, "code,city\nPARK,Bonn\n");
    await asActor(people.staff, (tx) =>
      tx.update(companies).set({ city: "Leeds", version: 2 }).where(eq(companies.id, people.companyId)),
    );
    expect(await start(people.staff, id)).toMatchObject({ state: "failed" });
    expect((await companyOf(people, "PARK"))?.city).toBe("Leeds");
  });

  it("a run that failed can be checked again and then done", async () => {
    const { id } = await check(people.staff, "code,name\nA,Alpha\nB,Beta\n");
    await importFile(people.staff, "code,name\nB,Another Beta\n");
    await start(people.staff, id);
    const again = { id, mode: "create-and-update", emptyCells: "keep", linkLogins: false } as const;
    const { mapping } = await findRun(people.staff, id);
    await asActor(people.staff, (tx) =>
      checkImport({ tx, actor: people.staff }, { ...again, columns: Object.entries(mapping) }),
    );
    await workOnImport({ organisationId: people.organisationId, runId: id });
    expect(await findRun(people.staff, id)).toMatchObject({
      state: "checked",
      outcome: { create: 1, update: 1 },
    });
    expect(await start(people.staff, id)).toMatchObject({ state: "done" });
  });
});

describe("an import acts as whoever started it:", () => {
  const queued = async () => {
    const { id } = await check(people.staff, "code,name\nA,Alpha\n");
    await asActor(people.staff, (tx) => startImport({ tx, actor: people.staff }, { id }));
    return id;
  };
  const work = (runId: string) => workOnImport({ organisationId: people.organisationId, runId });

  it.each([
    ["deactivated", "UPDATE staff_users SET deactivated_at = now() WHERE id = $1"],
    ["without the role any more", "DELETE FROM staff_roles WHERE staff_id = $1"],
  ])("fails with the reason when they are %s meanwhile", async (_, statement) => {
    const id = await queued();
    await asSuperuser(statement, [people.staff.staffId]);
    await work(id);
    expect(await findRun(people.staff, id)).toMatchObject({
      state: "failed",
      problem: expect.stringContaining("may not import companies any more"),
    });
    expect(await codesOf(people)).toEqual(["PARK"]);
  });

  it("leaves other organisations alone, though they use the same codes and addresses", async () => {
    const rival = await somePeople("rival");
    const before = [await storedCompanies(rival.organisationId), await storedContacts(rival.organisationId)];
    await importFile(
      people.staff,
      `code,name,contact,contactEmail\nPARK,Renamed,,\nA,Alpha,Zoe,${rival.email}\n`,
    );
    expect((await companyOf(people, "PARK"))?.name).toBe("Renamed");
    expect([await storedCompanies(rival.organisationId), await storedContacts(rival.organisationId)]).toEqual(
      before,
    );
  });

  it("does nothing for a run of another organisation, or none", async () => {
    const id = await queued();
    const rival = await somePeople("rival");
    await workOnImport({ organisationId: rival.organisationId, runId: id });
    await workOnImport({ organisationId: people.organisationId, runId: rival.companyId });
    expect(await findRun(people.staff, id)).toMatchObject({ state: "queued" });
  });

  it("does nothing a second time", async () => {
    const id = await queued();
    await work(id);
    await work(id);
    expect(await codesOf(people)).toEqual(["A", "PARK"]);
    expect(await asSuperuser("SELECT 1 FROM audit_events WHERE act = 'import.done'")).toHaveLength(1);
  });
});

describe("imports at the same time", () => {
  it("of the same new companies: one comes in, the other says why not", async () => {
    const ids = [];
    for (const name of ["One", "Two"]) {
      const { id } = await check(
        people.staff,
        `code,name\n${Array.from({ length: 300 }, (_, at) => `A${at},${name}`).join("\n")}\n`,
      );
      await asActor(people.staff, (tx) => startImport({ tx, actor: people.staff }, { id }));
      ids.push(id);
    }
    await Promise.all(ids.map((runId) => workOnImport({ organisationId: people.organisationId, runId })));
    const states = await Promise.all(ids.map((id) => findRun(people.staff, id)));
    expect(states.map(({ state }) => state).sort()).toEqual(["done", "failed"]);
    const names = (await storedCompanies(people.organisationId)).map(({ name }) => name);
    expect(new Set(names.filter((name) => name !== "Parkway Cinemas")).size).toBe(1);
    expect(names).toHaveLength(301);
  });

  it("are not started twice", async () => {
    const { id } = await check(people.staff, "code,name\nA,Alpha\n");
    const begin = () => asActor(people.staff, (tx) => startImport({ tx, actor: people.staff }, { id }));
    const results = await Promise.allSettled([begin(), begin()]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});
