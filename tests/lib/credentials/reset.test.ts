import { clock } from "@/lib/platform/clock";
import { openLink } from "@/lib/credentials/open-link";
import { resetContactPassword } from "@/lib/credentials/reset-contact-password";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";
import {
  actsOnRecord,
  expectRefused,
  isLetIn,
  NEW,
  newestLink,
  OLD,
  outbox,
  signIn,
  staffActs,
  traces,
  withPassword,
} from "./scene";

const realNow = clock.now;
let people: People;
let staff: ReturnType<typeof staffActs>;

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
  await withPassword(people);
  staff = staffActs(people.staff);
});
afterEach(() => {
  clock.now = realNow;
});

const reset = (secret: string, password = NEW, slug = people.slug) =>
  resetContactPassword(null, { organisation: slug, secret, password });

async function sent(): Promise<string> {
  await staff.reset(people.contactId);
  return newestLink(people);
}

describe("a reset link", () => {
  it("goes to the login's own address and leaves the password alone until it is used", async () => {
    await sent();
    expect(await outbox()).toEqual([`password-reset to ${people.email}`]);
    expect(await actsOnRecord()).toEqual(["contact.reset-sent by Clerk"]);
    await expect(signIn(people)).resolves.toBeDefined();
  });

  it("is refused to somebody who has no password yet", async () => {
    await asSuperuser("UPDATE logins SET password_hash = NULL");
    await expectRefused(() => staff.reset(people.contactId), {
      code: "conflict",
      message: expect.stringContaining("activation"),
    });
  });

  it("kills the old password and every session, and tells the owner", async () => {
    const { organisationId, sessionId } = await signIn(people);
    await reset(await sent());
    expect(await isLetIn(organisationId, sessionId)).toBe(false);
    await expect(signIn(people, OLD)).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(signIn(people, NEW)).resolves.toBeDefined();
    expect((await outbox()).at(-1)).toBe(`password-changed to ${people.email}`);
    expect(await actsOnRecord()).toContain("contact.password-reset by Ana Trujillo");
  });

  it("changes nothing when looked at, works once, and of two at once one wins", async () => {
    const secret = await sent();
    const before = await traces();
    for (let times = 0; times < 5; times += 1)
      expect((await openLink(people.slug, secret, "contact-reset"))?.state).toBe("live");
    expect(await traces()).toEqual(before);
    const both = await Promise.allSettled([reset(secret), reset(secret)]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    await expectRefused(() => reset(secret), { code: "expired", details: { state: "used" } });
  });

  it("expires after an hour", async () => {
    const secret = await sent();
    clock.now = () => new Date(Date.now() + 3_601_000);
    await expectRefused(() => reset(secret), { details: { state: "expired" } });
  });

  it("is refused with a weak password and stays unused", async () => {
    const secret = await sent();
    await expectRefused(() => reset(secret, "password password"), {
      fields: { password: expect.any(String) },
    });
    await reset(secret);
  });

  it("unlocks a login and ends a temporary password", async () => {
    await staff.temporary(people.contactId);
    for (let times = 0; times < 10; times += 1) await signIn(people, "wrong").catch(() => undefined);
    expect((await staff.credential(people.contactId))?.state.kind).toBe("locked");
    await reset(await sent());
    await expect(signIn(people, NEW)).resolves.toMatchObject({ mustChangePassword: false });
  });

  it("is unknown at another organisation's address and as an activation", async () => {
    const secret = await sent();
    const rival = await somePeople("rival");
    await expectRefused(() => reset(secret, NEW, rival.slug), { code: "expired" });
    expect(await openLink(people.slug, secret, "activation")).toBeNull();
  });

  it("does not work any more once the contact is deactivated", async () => {
    const secret = await sent();
    await staff.deactivate(people.contactId);
    await expectRefused(() => reset(secret), { details: { state: "cancelled" } });
  });
});
