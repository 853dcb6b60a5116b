import { Secret, TOTP } from "otpauth";
import type { StaffActor } from "@/db/actor";
import { asActor, asSystem } from "@/db/as-actor";
import { hashPassword } from "@/lib/passwords/hash";
import { clock } from "@/lib/platform/clock";
import { unlockStaff } from "@/lib/staff/act-on-account";
import {
  findOwnSecondFactor,
  issueRecoveryCodes,
  removeOwnSecondFactor,
  startSecondFactor,
} from "@/lib/staff/own-second-factor";
import { passSecondFactor } from "@/lib/staff/pass-second-factor";
import { findActiveStaff } from "@/lib/staff/queries";
import { removeSecondFactorOf, requireSecondFactor } from "@/lib/staff/second-factor";
import { signInStaff } from "@/lib/staff/sign-in-staff";
import { changeStaffPassword } from "@/lib/staff/set-staff-password";
import { CODE_REFUSED } from "@/lib/staff/use-code";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";
import { actsOnRecord, addColleague, perform } from "./scene";

const origin = { address: "192.0.2.7", userAgent: "Test" };
const password = "violet tractor sings on monday";
const email = "nora@winslow.example";
const session = { sessionId: "01990000-0000-7000-8000-000000000001" };
const real = clock.now;

let hash: string;
let people: People;
let nora: StaffActor;
let now: number;

beforeAll(async () => {
  hash = await hashPassword(password);
});

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
  nora = { ...(await addColleague(people, "Nora", ["companyView"], hash)), reach: "assigned" };
  now = Date.now();
  clock.now = () => new Date(now);
});

afterEach(() => {
  clock.now = real;
});

const later = (seconds: number) => {
  now += seconds * 1000;
};
const own = {
  get actor() {
    return nora;
  },
  session,
};
const factor = () => asActor(nora, (tx) => findOwnSecondFactor(tx, nora));

let secret: string;
const codeNow = (seconds = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now + seconds * 1000 });

async function setUp(): Promise<string[]> {
  await startSecondFactor(own, { current: password });
  const waiting = await factor();
  if (waiting.kind !== "waiting") throw new Error("Nothing waits for a code.");
  secret = waiting.card.secret.replaceAll(" ", "");
  const { codes } = await issueRecoveryCodes(own, { code: codeNow() });
  later(30);
  return codes;
}

async function awaited() {
  const outcome = await signInStaff(origin, { email, password });
  if (!("awaited" in outcome)) throw new Error("No code was asked for.");
  return outcome.awaited;
}
const pass = async (code: string) => passSecondFactor(origin, await awaited(), { code });
const refused = { code: "unauthenticated", message: CODE_REFUSED };
const count = async (table: string) =>
  Number((await asSuperuser<{ n: string }>(`SELECT count(*) AS n FROM ${table}`))[0]?.n);

describe("setting up", () => {
  it("takes the password, then a code of the app, and only then asks for codes at sign-in", async () => {
    await expect(startSecondFactor(own, { current: "wrong wrong wrong" })).rejects.toMatchObject({
      fields: { current: expect.any(String) },
    });
    await startSecondFactor(own, { current: password });
    await expect(signInStaff(origin, { email, password })).resolves.toHaveProperty("sessionId");
    await expect(issueRecoveryCodes(own, { code: "000000" })).rejects.toMatchObject({ code: "invalid" });
    expect(await factor()).toMatchObject({ kind: "waiting" });
    const codes = await setUp();
    expect(new Set(codes).size).toBe(10);
    expect(await factor()).toMatchObject({ kind: "on", codesLeft: 10 });
    expect(await signInStaff(origin, { email, password })).toHaveProperty("awaited");
    expect(await asSuperuser("SELECT template, to_address FROM mail")).toEqual([
      { template: "second-factor-set-up", to_address: email },
    ]);
    expect(await actsOnRecord()).toEqual(["staff.signed-in", "staff.second-factor-set-up"]);
  });

  it("keeps neither the secret nor a recovery code in clear, and puts none on record", async () => {
    const codes = await setUp();
    const kept = JSON.stringify(
      await asSuperuser(
        "SELECT t::text, encode(t.sealed_secret, 'escape') AS s, (SELECT string_agg(c::text, ',') FROM staff_recovery_codes c) AS c, (SELECT string_agg(a::text, ',') FROM audit_events a) AS a FROM staff_totp t",
      ),
    );
    for (const hidden of [secret, ...codes, ...codes.map((code) => code.replaceAll("-", ""))])
      expect(kept).not.toContain(hidden);
  });

  it("ends the other sessions and cannot be begun again while it is on", async () => {
    await signInStaff(origin, { email, password });
    await setUp();
    expect(await count("sessions WHERE ended_at IS NULL")).toBe(0);
    await expect(startSecondFactor(own, { current: password })).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("signing in", () => {
  it("takes the code of now and of its neighbours in time, each once", async () => {
    await setUp();
    later(300);
    await expect(pass(codeNow(-30))).resolves.toHaveProperty("sessionId");
    await expect(pass(codeNow())).resolves.toHaveProperty("sessionId");
    await expect(pass(codeNow())).rejects.toMatchObject(refused);
    await expect(pass(codeNow(-30))).rejects.toMatchObject(refused);
    await expect(pass(codeNow(30))).resolves.toHaveProperty("sessionId");
    later(300);
    await expect(pass(codeNow(-60))).rejects.toMatchObject(refused);
    await expect(pass(codeNow(60))).rejects.toMatchObject(refused);
  });

  it("with the same code twice at once lets one in", async () => {
    await setUp();
    const one = await awaited();
    const both = await Promise.allSettled(
      [1, 2].map(() => passSecondFactor(origin, one, { code: codeNow() })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("takes each recovery code once, however it is typed; new ones replace all of them", async () => {
    const [first = "", second = ""] = await setUp();
    await expect(pass(first.toLowerCase().replaceAll("-", ""))).resolves.toHaveProperty("sessionId");
    await expect(pass(first)).rejects.toMatchObject(refused);
    expect(await factor()).toMatchObject({ codesLeft: 9 });
    expect(await actsOnRecord()).toContain("staff.recovery-code-used");
    const { codes } = await issueRecoveryCodes(own, { code: codeNow() });
    await expect(pass(second)).rejects.toMatchObject(refused);
    await expect(pass(codes[0] ?? "")).resolves.toHaveProperty("sessionId");
  });

  it("counts wrong codes like wrong passwords, and waits", async () => {
    await setUp();
    const one = await awaited();
    let outcome: unknown;
    for (let time = 0; time < 12; time += 1)
      outcome = await passSecondFactor(origin, one, { code: "000000" }).catch((error: unknown) => error);
    expect(outcome).toMatchObject({ code: "throttled" });
    await expect(passSecondFactor(origin, one, { code: codeNow() })).rejects.toMatchObject({
      code: "throttled",
    });
  });

  it("ends halfway when the password was changed, or the account deactivated, meanwhile", async () => {
    await setUp();
    const one = await awaited();
    await asSuperuser("UPDATE staff_users SET password_hash = $1 WHERE email = $2", ["another", email]);
    await expect(passSecondFactor(origin, one, { code: codeNow() })).rejects.toMatchObject({
      code: "expired",
    });
    await asSuperuser("UPDATE staff_users SET password_hash = $1, deactivated_at = now() WHERE email = $2", [
      ...[hash, email],
    ]);
    await expect(passSecondFactor(origin, one, { code: codeNow() })).rejects.toMatchObject({
      code: "expired",
    });
    expect(await count("sessions WHERE ended_at IS NULL")).toBe(0);
  });

  it("is refused, not let through, when AUTH_SECRET no longer opens the secret; recovery codes still work", async () => {
    const [first = ""] = await setUp();
    await asSuperuser("UPDATE staff_totp SET sealed_secret = '\\x00'");
    await expect(pass(codeNow())).rejects.toMatchObject(refused);
    await expect(pass(first)).resolves.toHaveProperty("sessionId");
  });
});

describe("removing", () => {
  it("takes the owner's password and a code", async () => {
    await setUp();
    const remove = (current: string, code: string) => removeOwnSecondFactor(own, { current, code });
    await expect(remove("wrong wrong wrong", codeNow())).rejects.toMatchObject({ code: "invalid" });
    await expect(remove(password, "000000")).rejects.toMatchObject({ code: "invalid" });
    await remove(password, codeNow());
    expect(await factor()).toEqual({ kind: "off" });
    expect(await signInStaff(origin, { email, password })).toHaveProperty("sessionId");
  });

  it("is done by whoever administers staff and holds what its owner holds, who is told", async () => {
    const stella = await addColleague(people, "Stella", ["staffAdmin"]);
    const ada = await addColleague(people, "Ada", ["administrator"]);
    await setUp();
    await expect(perform(stella, removeSecondFactorOf, nora)).rejects.toMatchObject({ code: "forbidden" });
    await perform(ada, removeSecondFactorOf, nora);
    expect(await asSuperuser("SELECT template, data ->> 'byStaff' AS by FROM mail ORDER BY id")).toEqual([
      { template: "second-factor-set-up", by: "false" },
      { template: "second-factor-removed", by: "true" },
    ]);
    expect((await count("staff_totp")) + (await count("staff_recovery_codes"))).toBe(0);
    await expect(perform(ada, removeSecondFactorOf, nora)).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("whoever sits at an open screen and knows the password", () => {
  const guess = () =>
    removeOwnSecondFactor(own, { current: password, code: "000000" }).catch((error: unknown) => error);

  it.each([
    ["beginning anew", () => startSecondFactor(own, { current: password })],
    ["changing the password", () => changeStaffPassword(own, { current: password, password })],
  ])("gets no more guesses at the code by %s", async (_, forgets) => {
    await setUp();
    for (let time = 0; time < 4; time += 1) {
      for (let often = 0; often < 4; often += 1) await guess();
      await forgets().catch(() => null);
    }
    expect(await guess()).toMatchObject({ code: "throttled" });
  });

  it("cannot take their own second factor off, or unlock themselves, as one of those who administer staff", async () => {
    await asSuperuser("INSERT INTO staff_roles (organisation_id, staff_id, role) VALUES ($1, $2, $3)", [
      ...[people.organisationId, nora.staffId, "staffAdmin"],
    ]);
    await setUp();
    const self = { ...nora, reach: "all" } as const;
    await expect(perform(self, removeSecondFactorOf, nora)).rejects.toMatchObject({ code: "conflict" });
    for (let time = 0; time < 12; time += 1) await guess();
    await expect(perform(self, unlockStaff, nora)).rejects.toMatchObject({ code: "conflict" });
    expect(await count("staff_totp")).toBe(1);
  });
});

test("that a second factor is required is said of every colleague at their next request, on record", async () => {
  const ada = await addColleague(people, "Ada", ["administrator"]);
  const required = async () =>
    (await asSystem("test", people.organisationId, (tx) => findActiveStaff(tx, nora.staffId)))?.organisation
      .requiresSecondFactor;
  expect(await required()).toBe(false);
  await perform(ada, requireSecondFactor, { demand: "required" });
  await perform(ada, requireSecondFactor, { demand: "required" });
  expect(await required()).toBe(true);
  expect(await actsOnRecord()).toEqual(["organisation.second-factor-required"]);
});
