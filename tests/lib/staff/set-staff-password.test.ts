import { asSystem } from "@/db/as-actor";
import { staffUsers } from "@/db/schema";
import { hashPassword } from "@/lib/passwords/hash";
import { findOpenSession, listOpenSessions } from "@/lib/sessions/queries";
import { requestStaffReset, sendStaffReset } from "@/lib/staff/request-staff-reset";
import { changeStaffPassword, resetStaffPassword } from "@/lib/staff/set-staff-password";
import { asSuperuser } from "@/tests/support/database";
import type { People } from "@/tests/support/people";
import { asClerk, CLERK, count, NEW, OLD, refused, signIn, staffWithPassword } from "./accounts";
import { openLinkTo } from "./scene";

let people: People;
beforeEach(async () => {
  people = await staffWithPassword();
});

async function resetLink(): Promise<string> {
  await sendStaffReset(CLERK);
  return openLinkTo(people.organisationId, CLERK);
}

test("a reset request writes the same job for known and unknown e-mails, and nothing else", async () => {
  for (const who of [CLERK, "nobody@winslow.example"]) await requestStaffReset(null, { email: who });
  expect(await count("graphile_worker._private_jobs")).toBe(2);
  expect(await count("mail")).toBe(0);
});

test("the reset job mails the known and does nothing for the unknown or deactivated", async () => {
  await sendStaffReset("nobody@winslow.example");
  expect(await count("mail")).toBe(0);
  await sendStaffReset(CLERK);
  expect(await asSuperuser("SELECT template, to_address, state FROM mail")).toEqual([
    { template: "password-reset", to_address: CLERK, state: "queued" },
  ]);
  await asSuperuser("UPDATE staff_users SET deactivated_at = now()");
  await sendStaffReset(CLERK);
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
  await expect(resetStaffPassword(null, { secret, password: NEW })).resolves.toEqual({ email: CLERK });
});

test("a link of another purpose, or of no purpose, resets nothing", async () => {
  await expect(resetStaffPassword(null, { secret: "x".repeat(43), password: NEW })).rejects.toMatchObject({
    code: "expired",
  });
});

test("changing one's password takes the current one and ends the other sessions only", async () => {
  const here = await signIn();
  await signIn();
  const change = (current: string) =>
    changeStaffPassword({ actor: people.staff, session: here }, { current, password: NEW });
  await expect(change("wrong wrong wrong wrong")).rejects.toMatchObject({
    fields: { current: expect.any(String) },
  });
  await expect(change(OLD)).resolves.toEqual({ ended: 1 });
  const open = await asClerk(people, (tx) => listOpenSessions(tx, { staffId: people.staff.staffId }));
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
  await sendStaffReset(CLERK);
  await changeStaffPassword({ actor: people.staff, session: { sessionId } }, { current: OLD, password: NEW });
  expect(await asSuperuser("SELECT ended_reason FROM tokens")).toEqual([{ ended_reason: "cancelled" }]);
});

test("a link is asked for at most six times an hour, known or not", async () => {
  for (const asked of [CLERK, "nobody@winslow.example"]) {
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
