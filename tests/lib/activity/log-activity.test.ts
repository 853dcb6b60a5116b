import { asActor } from "@/db/as-actor";
import { forgetActivity } from "@/lib/activity/forget-activity";
import { countNewer, listActivity } from "@/lib/activity/list-activity";
import { eventLevels, readActivity } from "@/lib/activity/list-input";
import { logActivity, type Activity } from "@/lib/activity/log-activity";
import { exportActivity } from "@/lib/exports/export-activity";
import { levelWords } from "@/components/activity/level-words";
import { clock } from "@/lib/platform/clock";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";
import { colleague } from "../companies/support";
import { logged, setLevel } from "./support";

const realNow = clock.now;
let people: People;

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
});
afterEach(() => {
  clock.now = realNow;
});

const at = (moment: string) => {
  clock.now = () => new Date(moment);
};
const log = (event: Partial<Activity>, { staff, companyId }: People = people) =>
  asActor(staff, (tx) =>
    logActivity(tx, { companyId, level: "information", source: "portal", message: "Something", ...event }),
  );
const shown = (params: Record<string, string> = {}, actor = people.staff, size?: number) =>
  asActor(actor, (tx) =>
    listActivity(tx, { companyId: people.companyId, timeZone: "Europe/London" }, readActivity(params), size),
  );
const messages = async (...asked: Parameters<typeof shown>) =>
  (await shown(...asked)).rows.map(({ message }) => message);

describe("an activity log", () => {
  it.each([
    ["off", []],
    ["error", ["error"]],
    ["warning", ["error", "warning"]],
    ["information", ["error", "warning", "information"]],
    ["debug", ["error", "warning", "information", "debug"]],
  ] as const)("at log level %s takes what is as grave or graver", async (level, taken) => {
    await setLevel(people.staff, people.companyId, level);
    for (const one of eventLevels) await log({ level: one, message: one });
    expect((await logged()).map((line) => line.split(" ")[0])).toEqual(taken);
  });

  it("takes information but nothing of debugging unless somebody says otherwise", async () => {
    await log({ level: "debug" });
    await log({ level: "information" });
    expect(await logged()).toEqual(["information portal: Something"]);
  });

  it("goes by the level at the moment of writing, also when it changes beside it", async () => {
    await asActor(people.staff, async (tx) => {
      // In a transaction of its own, after this one has begun.
      await setLevel(people.staff, people.companyId, "off");
      await logActivity(tx, {
        ...{ companyId: people.companyId, level: "error", source: "mail", message: "Too late" },
      });
    });
    expect(await logged()).toEqual([]);
  });

  it("rolls back with what it tells of", async () => {
    const failing = asActor(people.staff, async (tx) => {
      await logActivity(tx, {
        ...{ companyId: people.companyId, level: "error", source: "mail", message: "Never" },
      });
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await logged()).toEqual([]);
  });

  it("is not written to from another organisation or by staff who do not see the company", async () => {
    const stranger = await somePeople("other");
    await log({ companyId: people.companyId, message: "Foreign" }, stranger);
    await log({ message: "Unassigned" }, { ...people, staff: await colleague(people.staff) });
    expect(await logged()).toEqual([]);
  });

  it("is no substitute for the audit trail, which records the change of level itself", async () => {
    await setLevel(people.staff, people.companyId, "off");
    await setLevel(people.staff, people.companyId, "off");
    const events = await asSuperuser("SELECT act, before, after FROM audit_events");
    expect(events).toEqual([
      { act: "company.settings-changed", before: { logLevel: "information" }, after: { logLevel: "off" } },
    ]);
  });
});

describe("reading an activity log", () => {
  it("filters by level, words and days of the organisation's time zone", async () => {
    at("2026-06-01T22:59:00Z");
    await log({ message: "Ana signed in" });
    at("2026-06-01T23:01:00Z");
    await log({ level: "warning", message: "Ana could not sign in" });
    await log({ level: "error", message: "E-mail to Zoë refused" });
    expect(await messages({ level: "warning" })).toEqual(["E-mail to Zoë refused", "Ana could not sign in"]);
    expect(await messages({ q: "zoe" })).toEqual(["E-mail to Zoë refused"]);
    // Summer time: the second of June began at 23:00 UTC.
    expect(await messages({ until: "2026-06-01" })).toEqual(["Ana signed in"]);
    expect(await messages({ from: "2026-06-02" })).toHaveLength(2);
    expect(await messages({ from: "2026-02-30", level: "loud" })).toHaveLength(3);
  });

  it("pages by where one is, not by how many there are, and counts what came since", async () => {
    for (const [index, message] of ["one", "two", "three", "four", "five"].entries()) {
      at(`2026-06-01T10:00:0${index}Z`);
      await log({ message });
    }
    const first = await shown({}, people.staff, 2);
    expect(first.rows.map(({ message }) => message)).toEqual(["five", "four"]);
    const [latest] = first.rows;
    at("2026-06-01T11:00:00Z");
    await log({ message: "six" });
    const second = await shown({ page: first.older ?? "" }, people.staff, 2);
    expect(second.rows.map(({ message }) => message)).toEqual(["three", "two"]);
    const of = { companyId: people.companyId, timeZone: "UTC" };
    const newer = (params: Record<string, string>) =>
      asActor(people.staff, (tx) =>
        countNewer(tx, of, readActivity(params), {
          after: { at: latest?.atText ?? "", id: latest?.id ?? "" },
          most: 100,
        }),
      );
    expect(await newer({})).toBe(1);
    expect(await newer({ level: "error" })).toBe(0);
  });

  it("is for staff who see the company", async () => {
    await log({});
    expect(await messages({}, await colleague(people.staff))).toEqual([]);
    expect(await messages({}, (await somePeople("other")).staff)).toEqual([]);
  });

  it("comes as a file too, with what is shown", async () => {
    at("2026-06-01T10:00:00Z");
    await log({
      level: "error",
      message: "Refused",
      details: { server: "550 no" },
      contactId: people.contactId,
    });
    await log({ level: "debug", message: "Looked" });
    const of = { actor: people.staff, companyId: people.companyId, timeZone: "UTC", query: readActivity({}) };
    const rows: string[][] = [];
    for await (const batch of exportActivity(of, levelWords).batches) rows.push(...batch);
    expect(rows).toEqual([
      ["2026-06-01T10:00:00Z", "Error", "portal", "Refused", "Ana Trujillo", "server: 550 no"],
    ]);
  });
});

describe("forgetting", () => {
  it("removes what is older than ninety days, and nothing else", async () => {
    const day = 86_400_000;
    const now = Date.now();
    at(new Date(now - 91 * day).toISOString());
    await log({ message: "Old" });
    at(new Date(now - 89 * day).toISOString());
    await log({ message: "Young" });
    clock.now = realNow;
    await forgetActivity();
    expect(await messages()).toEqual(["Young"]);
  });
});
