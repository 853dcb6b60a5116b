import { clock } from "@/lib/platform/clock";
import { activateLogin } from "@/lib/credentials/activate-login";
import { continueActivation } from "@/lib/credentials/continue-activation";
import { openLink } from "@/lib/credentials/open-link";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";
import {
  actsOnRecord,
  expectRefused,
  isLetIn,
  NEW,
  newestLink,
  OLD,
  origin,
  outbox,
  signIn,
  staffActs,
  traces,
  withPassword,
} from "./scene";

const HOUR = 3_600_000;
const realNow = clock.now;
let people: People;
let staff: ReturnType<typeof staffActs>;

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
  staff = staffActs(people.staff);
});
afterEach(() => {
  clock.now = realNow;
});

const later = (milliseconds: number) => {
  clock.now = () => new Date(Date.now() + milliseconds);
};
const stateOf = async () => (await staff.credential(people.contactId))?.state;
const activate = (secret: string, password = NEW, slug = people.slug) =>
  activateLogin(origin, { organisation: slug, secret, password, terms: true });

async function invited(): Promise<string> {
  await staff.activation(people.contactId);
  return newestLink(people);
}

describe("an invitation", () => {
  it("goes out by e-mail, is on record, and shows", async () => {
    expect(await staff.activation(people.contactId)).toEqual({ name: "Ana Trujillo", email: people.email });
    expect(await outbox()).toEqual([`account-activation to ${people.email}`]);
    expect(await actsOnRecord()).toEqual(["contact.activation-sent by Clerk"]);
    expect(await stateOf()).toMatchObject({ kind: "invited" });
    expect((await staff.credential(people.contactId))?.invitation?.mail).toEqual({
      state: "queued",
      words: "",
    });
  });

  it("is refused to a contact without an e-mail, a deactivated one, one of a closed company, and an active one", async () => {
    const send = () => staff.activation(people.contactId);
    await withPassword(people);
    await expectRefused(send, { code: "conflict", message: expect.stringContaining("reset link") });
    await asSuperuser("UPDATE companies SET status = 'closed'");
    await expectRefused(send, {
      code: "conflict",
      message: expect.stringContaining("Parkway Cinemas is closed"),
    });
    await asSuperuser("UPDATE contacts SET deactivated_at = now()");
    await expectRefused(send, { code: "conflict", message: expect.stringContaining("Reactivate") });
    await asSuperuser("UPDATE contacts SET deactivated_at = NULL, login_id = NULL");
    await expectRefused(send, { code: "conflict", message: expect.stringContaining("no e-mail address") });
  });

  it("is replaced by the next one", async () => {
    const first = await invited();
    const second = await invited();
    expect((await openLink(people.slug, first, "activation"))?.state).toBe("replaced");
    await expectRefused(() => activate(first), { code: "expired", details: { state: "replaced" } });
    await activate(second);
  });

  it("can be cancelled, and then shows as none", async () => {
    const secret = await invited();
    await staff.cancel(people.contactId);
    expect(await stateOf()).toEqual({ kind: "none" });
    await expectRefused(() => activate(secret), { details: { state: "cancelled" } });
    await expectRefused(() => staff.cancel(people.contactId), { code: "conflict" });
    expect((await actsOnRecord()).at(-1)).toBe("contact.activation-cancelled by Clerk");
  });

  it("shows as expired after seven days", async () => {
    await invited();
    later(7 * 24 * HOUR + 1000);
    expect(await stateOf()).toMatchObject({ kind: "invitation-expired" });
  });
});

describe("an activation link", () => {
  it("shows whose it is and changes nothing, however often it is looked at; then it works once", async () => {
    const secret = await invited();
    const before = await traces();
    for (let times = 0; times < 5; times += 1)
      expect(await openLink(people.slug, secret, "activation")).toMatchObject({
        state: "live",
        owner: { name: "Ana Trujillo", companyName: "Parkway Cinemas" },
        organisationName: "winslow Ltd",
      });
    expect(await traces()).toEqual(before);
    await activate(secret);
    await expectRefused(() => activate(secret, OLD), { code: "expired", details: { state: "used" } });
  });

  it("sets the password, notes the terms, signs in, and is on record as the contact's own act", async () => {
    const { organisationId, sessionId } = await activate(await invited());
    expect(await isLetIn(organisationId, sessionId)).toBe(true);
    expect(await stateOf()).toEqual({ kind: "active" });
    const [login] = await asSuperuser(
      "SELECT terms_accepted_at, last_sign_in_at, temporary_until FROM logins",
    );
    expect(login).toEqual({
      terms_accepted_at: expect.any(Date),
      last_sign_in_at: expect.any(Date),
      temporary_until: null,
    });
    await expect(signIn(people, NEW)).resolves.toMatchObject({ mustChangePassword: false });
    expect(await actsOnRecord()).toContain("contact.activated by Ana Trujillo");
  });

  it("lets one of two win who use it at once", async () => {
    const secret = await invited();
    const both = await Promise.allSettled([activate(secret, OLD), activate(secret, NEW)]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    const won = both[0]?.status === "fulfilled" ? OLD : NEW;
    await expect(signIn(people, won)).resolves.toBeDefined();
    expect(await asSuperuser("SELECT 1 FROM audit_events WHERE act = 'contact.activated'")).toHaveLength(1);
  });

  it("notes when a person went on, once, and stays as good as it was", async () => {
    const secret = await invited();
    const go = () => continueActivation(null, { organisation: people.slug, secret });
    await go();
    const opened = (await staff.credential(people.contactId))?.invitation?.openedAt;
    later(HOUR);
    await go();
    expect((await staff.credential(people.contactId))?.invitation?.openedAt).toEqual(opened);
    await activate(secret);
  });

  it("refuses a password that is built from the person's name, and stays unused", async () => {
    const secret = await invited();
    await expectRefused(() => activate(secret, "ana trujillo ana trujillo"), {
      code: "invalid",
      fields: { password: expect.any(String) },
    });
    await activate(secret);
  });

  it("is refused when it has expired", async () => {
    const secret = await invited();
    later(7 * 24 * HOUR + 1000);
    await expectRefused(() => activate(secret), { code: "expired", details: { state: "expired" } });
  });

  it("is unknown at another organisation's address, for another purpose, and when it was made up", async () => {
    const secret = await invited();
    const rival = await somePeople("rival");
    expect(await openLink(rival.slug, secret, "activation")).toBeNull();
    expect(await openLink(people.slug, secret, "contact-reset")).toBeNull();
    await expectRefused(() => activate(secret, NEW, rival.slug), { code: "expired" });
    await expectRefused(() => activate("x".repeat(43)), { code: "expired" });
  });

  it("does not work while the company is closed, nor after the e-mail address was changed", async () => {
    const secret = await invited();
    await asSuperuser("UPDATE companies SET status = 'closed'");
    await expectRefused(() => activate(secret), { code: "forbidden" });
    await asSuperuser("UPDATE companies SET status = 'blacklisted'");
    await asSuperuser("UPDATE logins SET email = 'else@winslow.example'");
    await expectRefused(() => activate(secret), { code: "forbidden" });
    await asSuperuser("UPDATE logins SET email = $1", [people.email]);
    await activate(secret);
  });

  it("ends when the contact is deactivated or gets a password in another way", async () => {
    const first = await invited();
    await staff.deactivate(people.contactId);
    await expectRefused(() => activate(first), { details: { state: "cancelled" } });
    await staff.reactivate(people.contactId);
    const second = await invited();
    await staff.temporary(people.contactId);
    await expectRefused(() => activate(second), { details: { state: "cancelled" } });
    expect(
      await asSuperuser("SELECT DISTINCT state FROM mail WHERE template = 'account-activation'"),
    ).toEqual([{ state: "cancelled" }]);
  });
});
