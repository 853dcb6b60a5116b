import { eq } from "drizzle-orm";
import type { StaffActor } from "@/db/actor";
import { asActor, asSystem } from "@/db/as-actor";
import { sessions, staffUsers } from "@/db/schema";
import { hashPassword } from "@/lib/passwords/hash";
import { clock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { listOpenSessions, findOpenSession } from "@/lib/sessions/queries";
import { endOwnStaffSession } from "@/lib/staff/end-own-session";
import { findActiveStaff } from "@/lib/staff/queries";
import { requestStaffReset, sendStaffReset } from "@/lib/staff/request-staff-reset";
import { changeStaffPassword, resetStaffPassword } from "@/lib/staff/set-staff-password";
import { signInStaff, SIGN_IN_REFUSED } from "@/lib/staff/sign-in-staff";
import { mintSecret } from "@/lib/tokens/mint-secrets";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";

const origin = { address: "192.0.2.7", userAgent: "Test" };
const OLD = "violet tractor sings on monday";
const NEW = "copper lantern walks to harbour";
let hash: string;
let people: People;
const email = "clerk@winslow.example";

beforeAll(async () => {
  hash = await hashPassword(OLD);
});

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
  await asSuperuser("UPDATE staff_users SET password_hash = $1", [hash]);
});

async function signIn(password = OLD, as = email) {
  const outcome = await signInStaff(origin, { email: as, password });
  if ("awaited" in outcome) throw new Error("A code was asked for.");
  return outcome;
}
const refused = { code: "unauthenticated", message: SIGN_IN_REFUSED };
const count = async (table: string) =>
  Number((await asSuperuser<{ n: string }>(`SELECT count(*) AS n FROM ${table}`))[0]?.n);

test("the right password opens a session, on record", async () => {
  const { sessionId, organisationId } = await signIn();
  expect(organisationId).toBe(people.organisationId);
  const session = await asSystem("test", organisationId, (tx) => findOpenSession(tx, sessionId, "staff"));
  expect(session).toMatchObject({ staffId: people.staff.staffId, kind: "staff", address: "192.0.2.7" });
  expect(await asSuperuser("SELECT act FROM audit_events")).toEqual([{ act: "staff.signed-in" }]);
});

test("a password that is being replaced while it is looked at opens nothing", async () => {
  const fresh = await hashPassword(NEW);
  const { signingIn } = await asSystem("a test", people.organisationId, async (tx) => {
    await tx.update(staffUsers).set({ passwordHash: fresh });
    const attempt = signIn().then(
      () => "signed in",
      (error: Error) => error.message,
    );
    // Longer than a password takes to be looked at.
    await Promise.race([attempt, new Promise((resolve) => setTimeout(resolve, 1_500))]);
    return { signingIn: attempt };
  });
  expect(await signingIn).toBe(SIGN_IN_REFUSED);
  expect(await asSuperuser("SELECT id FROM sessions WHERE ended_at IS NULL")).toEqual([]);
  await expect(signIn(NEW)).resolves.toBeDefined();
});

test("a staff session is no portal session", async () => {
  const { sessionId, organisationId } = await signIn();
  expect(
    await asSystem("test", organisationId, (tx) => findOpenSession(tx, sessionId, "contact")),
  ).toBeNull();
});

test("a wrong password, an unknown e-mail and a deactivated account get the same answer and open nothing", async () => {
  await expect(signIn("wrong wrong wrong wrong")).rejects.toMatchObject(refused);
  await expect(signIn(OLD, "nobody@winslow.example")).rejects.toMatchObject(refused);
  await asSuperuser("UPDATE staff_users SET deactivated_at = now()");
  await expect(signIn()).rejects.toMatchObject(refused);
  expect(await count("sessions")).toBe(0);
});

test("failures in a row make the account wait, known or not, and a success forgets them", async () => {
  for (const who of [email, "nobody@winslow.example"]) {
    for (let i = 0; i < 10; i += 1)
      await expect(signIn("wrong wrong wrong wrong", who)).rejects.toMatchObject(refused);
    await expect(signIn(OLD, who)).rejects.toMatchObject({ code: "throttled" });
  }
  await asSuperuser("DELETE FROM throttle WHERE key LIKE 'wait:%'");
  await signIn();
  expect(await count("throttle WHERE key LIKE 'failures:%'")).toBe(1); // the unknown one's
}, 30_000);

test("a session ends when idle, at its limit, and when the account is deactivated", async () => {
  const { sessionId, organisationId } = await signIn();
  const find = () => asSystem("test", organisationId, (tx) => findOpenSession(tx, sessionId, "staff"));
  const real = clock.now;
  try {
    clock.now = () => new Date(Date.now() + 59 * 60_000);
    expect(await find()).not.toBeNull(); // seen now, which moves the idle limit
    clock.now = () => new Date(Date.now() + 120 * 60_000);
    expect(await find()).toBeNull();
    await asSuperuser("UPDATE sessions SET last_seen_at = now() + interval '12 hours'");
    clock.now = () => new Date(Date.now() + 12.1 * 3_600_000);
    expect(await find()).toBeNull();
  } finally {
    clock.now = real;
  }
  await asSuperuser("UPDATE staff_users SET deactivated_at = now()");
  expect(
    await asSystem("test", organisationId, (tx) => findActiveStaff(tx, people.staff.staffId)),
  ).toBeNull();
});

test("roles come directly and from active staff group roles, each once", async () => {
  const { organisationId, staff } = people;
  const group = async (code: string, audience: string, active: boolean, roles: string[]) => {
    const id = newId();
    await asSuperuser(
      "INSERT INTO group_roles (organisation_id, id, audience, code, name, is_active, roles) VALUES ($1,$2,$3,$4,$4,$5,$6)",
      [organisationId, id, audience, code, active, roles],
    );
    await asSuperuser("INSERT INTO staff_group_roles VALUES ($1,$2,$3)", [organisationId, staff.staffId, id]);
  };
  await group("on", "staff", true, ["companyView", "companyEdit"]);
  await group("off", "staff", false, ["administrator"]);
  await asSuperuser("INSERT INTO staff_roles VALUES ($1,$2,'companyView')", [organisationId, staff.staffId]);
  const found = await asSystem("test", organisationId, (tx) => findActiveStaff(tx, staff.staffId));
  expect([...(found?.roles ?? [])].sort()).toEqual(["companyEdit", "companyView"]);
});

async function resetLink(): Promise<string> {
  await sendStaffReset(email);
  const [token] = await asSuperuser<{ id: string }>(
    "SELECT id FROM tokens WHERE ended_at IS NULL AND used_at IS NULL",
  );
  return asSystem("test", people.organisationId, (tx) =>
    mintSecret(tx, { organisationId: people.organisationId, tokenId: token?.id ?? "" }),
  );
}

test("a reset request writes the same job for known and unknown e-mails, and nothing else", async () => {
  for (const who of [email, "nobody@winslow.example"]) await requestStaffReset(null, { email: who });
  expect(await count("graphile_worker._private_jobs")).toBe(2);
  expect(await count("mail")).toBe(0);
});

test("the reset job mails the known and does nothing for the unknown or deactivated", async () => {
  await sendStaffReset("nobody@winslow.example");
  expect(await count("mail")).toBe(0);
  await sendStaffReset(email);
  expect(await asSuperuser("SELECT template, to_address, state FROM mail")).toEqual([
    { template: "password-reset", to_address: email, state: "queued" },
  ]);
  await asSuperuser("UPDATE staff_users SET deactivated_at = now()");
  await sendStaffReset(email);
  expect(await count("mail")).toBe(1);
});

test("a reset by link changes the password once, ends every session and tells the owner", async () => {
  const { sessionId, organisationId } = await signIn();
  const secret = await resetLink();
  await resetStaffPassword(null, { secret, password: NEW });
  expect(await asSystem("test", organisationId, (tx) => findOpenSession(tx, sessionId, "staff"))).toBeNull();
  await expect(signIn(OLD)).rejects.toMatchObject(refused);
  await expect(signIn(NEW)).resolves.toBeDefined();
  await expect(resetStaffPassword(null, { secret, password: NEW })).rejects.toMatchObject({
    details: { state: "used" },
  });
  expect(await count("mail WHERE template = 'password-changed'")).toBe(1);
});

test("of two resets by the same link at once, one wins", async () => {
  const secret = await resetLink();
  const both = await Promise.allSettled(
    [NEW, "silver meadow counts the clouds"].map((password) =>
      resetStaffPassword(null, { secret, password }),
    ),
  );
  expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a weak password leaves the link unused and nothing changed", async () => {
  const secret = await resetLink();
  await expect(resetStaffPassword(null, { secret, password: "clerk@winslow.example" })).rejects.toMatchObject(
    {
      code: "invalid",
      fields: { password: expect.any(String) },
    },
  );
  await expect(signIn()).resolves.toBeDefined();
  await expect(resetStaffPassword(null, { secret, password: NEW })).resolves.toEqual({ email });
});

test("a link of another purpose, or of no purpose, resets nothing", async () => {
  await expect(resetStaffPassword(null, { secret: "x".repeat(43), password: NEW })).rejects.toMatchObject({
    code: "expired",
  });
});

const asClerk = <T>(work: Parameters<typeof asActor<T>>[1]) =>
  asActor<T>({ ...people.staff, reach: "assigned" } as StaffActor, work);

test("changing one's password takes the current one and ends the other sessions only", async () => {
  const here = await signIn();
  await signIn();
  const change = (current: string) =>
    changeStaffPassword({ actor: people.staff, session: here }, { current, password: NEW });
  await expect(change("wrong wrong wrong wrong")).rejects.toMatchObject({
    fields: { current: expect.any(String) },
  });
  await expect(change(OLD)).resolves.toEqual({ ended: 1 });
  const open = await asClerk((tx) => listOpenSessions(tx, { staffId: people.staff.staffId }));
  expect(open.map((session) => session.id)).toEqual([here.sessionId]);
});

test("a password that was replaced while the old one was looked at is not changed by it", async () => {
  const here = await signIn();
  const fresh = await hashPassword(NEW);
  const { changing } = await asSystem("a test", people.organisationId, async (tx) => {
    await tx.update(staffUsers).set({ passwordHash: fresh });
    const attempt = changeStaffPassword(
      { actor: people.staff, session: here },
      { current: OLD, password: "marble kettle drifts past noon" },
    ).then(
      () => "changed",
      (error: { fields?: object }) => Object.keys(error.fields ?? {}).join(),
    );
    // Longer than looking at one password and making another takes.
    await Promise.race([attempt, new Promise((resolve) => setTimeout(resolve, 2_000))]);
    return { changing: attempt };
  });
  expect(await changing).toBe("current");
  await expect(signIn(NEW)).resolves.toBeDefined();
});

test("changing the password ends reset links that are on their way", async () => {
  const { sessionId } = await signIn();
  await sendStaffReset(email);
  await changeStaffPassword({ actor: people.staff, session: { sessionId } }, { current: OLD, password: NEW });
  expect(await asSuperuser("SELECT ended_reason FROM tokens")).toEqual([{ ended_reason: "cancelled" }]);
});

test("a link is asked for at most six times an hour, known or not", async () => {
  for (const asked of [email, "nobody@winslow.example"]) {
    for (let time = 0; time < 6; time += 1) await requestStaffReset({}, { email: asked });
    await expect(requestStaffReset({}, { email: asked })).rejects.toMatchObject({ code: "throttled" });
  }
});

test("many at once who change their password do not wait for each other's connections for ever", async () => {
  const { sessionId } = await signIn();
  const change = () =>
    changeStaffPassword(
      { actor: people.staff, session: { sessionId } },
      { current: "wrong wrong wrong wrong", password: NEW },
    );
  const all = await Promise.allSettled(Array.from({ length: 12 }, change));
  expect(all.map(({ status }) => status)).toEqual(Array(12).fill("rejected"));
});

test("one ends one's own sessions, and nobody else's", async () => {
  const { sessionId, organisationId } = await signIn();
  const other = newId();
  await asSystem("test", organisationId, async (tx) => {
    await tx
      .insert(staffUsers)
      .values({ organisationId, id: other, email: "other@winslow.example", name: "Other" });
    await tx.insert(sessions).values({
      organisationId,
      id: other,
      kind: "staff",
      staffId: other,
      expiresAt: new Date(Date.now() + 1e6),
    });
  });
  const end = (id: string) =>
    asClerk((tx) => endOwnStaffSession({ tx, actor: people.staff }, { sessionId: id }));
  await expect(end(other)).rejects.toMatchObject({ code: "not-found" });
  await expect(end(sessionId)).resolves.toBeNull();
  const rows = await asSystem("test", organisationId, (tx) =>
    tx.select().from(sessions).where(eq(sessions.id, other)),
  );
  expect(rows[0]?.endedAt).toBeNull();
});
