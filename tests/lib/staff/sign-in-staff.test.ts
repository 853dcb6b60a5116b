import { eq } from "drizzle-orm";
import { asSystem } from "@/db/as-actor";
import { sessions, staffUsers } from "@/db/schema";
import { hashPassword } from "@/lib/passwords/hash";
import { clock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { findOpenSession } from "@/lib/sessions/queries";
import { endOwnStaffSession } from "@/lib/staff/end-own-session";
import { findActiveStaff } from "@/lib/staff/queries";
import { SIGN_IN_REFUSED } from "@/lib/staff/sign-in-staff";
import { asSuperuser } from "@/tests/support/database";
import type { People } from "@/tests/support/people";
import { asClerk, CLERK, count, NEW, OLD, refused, signIn, staffWithPassword } from "./accounts";

let people: People;
beforeEach(async () => {
  people = await staffWithPassword();
});

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
  for (const who of [CLERK, "nobody@winslow.example"]) {
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
    asClerk(people, (tx) => endOwnStaffSession({ tx, actor: people.staff }, { sessionId: id }));
  await expect(end(other)).rejects.toMatchObject({ code: "not-found" });
  await expect(end(sessionId)).resolves.toBeNull();
  const rows = await asSystem("test", organisationId, (tx) =>
    tx.select().from(sessions).where(eq(sessions.id, other)),
  );
  expect(rows[0]?.endedAt).toBeNull();
});
