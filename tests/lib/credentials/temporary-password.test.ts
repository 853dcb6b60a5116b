import { sendResetLink } from "@/lib/credentials/send-reset-link";
import { asActor } from "@/db/as-actor";
import { clock } from "@/lib/platform/clock";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";
import {
  actsOnRecord,
  changeOwn,
  expectRefused,
  isLetIn,
  NEW,
  OLD,
  outbox,
  signIn,
  staffActs,
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

const change = (sessionId: string, current: string, password = NEW) =>
  changeOwn(people, sessionId, { current, password });

describe("a temporary password", () => {
  it("is generated, returned once with the login address, and told of by e-mail without itself", async () => {
    const made = await staff.temporary(people.contactId);
    expect(made).toMatchObject({
      email: people.email,
      loginUrl: "http://localhost:3000/portal/winslow/login",
      password: expect.stringMatching(/^([a-z]+-){4}\d\d$/),
    });
    expect(await outbox()).toEqual([`temporary-password-set to ${people.email}`]);
    expect(await actsOnRecord()).toEqual(["contact.temporary-password-set by Clerk"]);
    expect((await staff.credential(people.contactId))?.state).toEqual({
      kind: "temporary",
      until: made.temporaryUntil,
    });
  });

  it("can be entered by staff", async () => {
    expect((await staff.temporary(people.contactId, NEW)).password).toBe(NEW);
    await expect(signIn(people, NEW)).resolves.toMatchObject({ mustChangePassword: true });
  });

  it("rests nowhere in the database", async () => {
    const { password } = await staff.temporary(people.contactId);
    for (const table of ["logins", "mail", "audit_events", "tokens", "graphile_worker._private_jobs"]) {
      const [row] = await asSuperuser<{ text: string }>(
        `SELECT coalesce(jsonb_agg(to_jsonb(t))::text, '') AS text FROM ${table} t`,
      );
      expect(row?.text).not.toContain(password);
    }
  });

  it("is refused when it is easy to guess or built from the person's name, and nothing changes", async () => {
    for (const password of ["Ana Trujillo 2026!", "winslow-winslow-winslow", "aaaaaaaaaaaaaaaaaaaaa"])
      await expectRefused(() => staff.temporary(people.contactId, password), {
        code: "invalid",
        fields: { password: expect.any(String) },
      });
  });

  it("ends the old password and every session at once", async () => {
    await withPassword(people);
    const { organisationId, sessionId } = await signIn(people);
    await staff.temporary(people.contactId);
    expect(await isLetIn(organisationId, sessionId)).toBe(false);
    await expect(signIn(people, OLD)).rejects.toMatchObject({ code: "unauthenticated" });
  });

  it("opens a session that knows it must be changed, and expires after 72 hours with a sentence of its own", async () => {
    const { password } = await staff.temporary(people.contactId);
    await expect(signIn(people, password)).resolves.toMatchObject({ mustChangePassword: true });
    later(72 * HOUR + 1000);
    expect((await staff.credential(people.contactId))?.state.kind).toBe("temporary-expired");
    await expect(signIn(people, password)).rejects.toMatchObject({
      code: "expired",
      message: expect.stringContaining("Forgot password"),
    });
    await expect(signIn(people, NEW)).rejects.toMatchObject({ code: "unauthenticated" });
  });

  it("is changed by its owner, who types it once more; then it works no longer", async () => {
    const { password } = await staff.temporary(people.contactId);
    const { sessionId, organisationId } = await signIn(people, password);
    await expectRefused(() => change(sessionId, NEW), { fields: { current: expect.any(String) } });
    await expectRefused(() => change(sessionId, password, password), {
      fields: { password: expect.stringContaining("Choose another") },
    });
    await change(sessionId, password);
    expect(await isLetIn(organisationId, sessionId)).toBe(true);
    await expect(signIn(people, password)).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(signIn(people, NEW)).resolves.toMatchObject({ mustChangePassword: false });
    expect((await staff.credential(people.contactId))?.state).toEqual({ kind: "active" });
    expect(await actsOnRecord()).toContain("contact.password-changed by Ana Trujillo");
    expect((await outbox()).at(-1)).toBe(`password-changed to ${people.email}`);
    expect(await asSuperuser("SELECT terms_accepted_at FROM logins")).toEqual([
      { terms_accepted_at: expect.any(Date) },
    ]);
  });

  it("cannot be changed by a session that outlived it", async () => {
    const { password } = await staff.temporary(people.contactId);
    const { sessionId } = await signIn(people, password);
    later(72 * HOUR + 1000);
    await expectRefused(() => change(sessionId, password), { code: "expired" });
  });

  it("is refused to a contact without an e-mail, a deactivated one, and one of a closed company", async () => {
    const set = () => staff.temporary(people.contactId);
    await asSuperuser("UPDATE companies SET status = 'closed'");
    await expectRefused(set, { code: "conflict", message: expect.stringContaining("closed") });
    await asSuperuser("UPDATE contacts SET deactivated_at = now()");
    await expectRefused(set, { code: "conflict", message: expect.stringContaining("Reactivate") });
    await asSuperuser("UPDATE contacts SET deactivated_at = NULL, login_id = NULL");
    await expectRefused(set, { code: "conflict", message: expect.stringContaining("no e-mail") });
  });
});

describe("one's own change of password", () => {
  it("ends one's other sessions and every link on its way", async () => {
    await withPassword(people);
    const [here, there] = [await signIn(people), await signIn(people)];
    await asActor(people.staff, (tx) =>
      sendResetLink({ tx, actor: people.staff }, { contactId: people.contactId }),
    );
    expect(await change(here.sessionId, OLD)).toMatchObject({ ended: 1 });
    expect(await isLetIn(here.organisationId, here.sessionId)).toBe(true);
    expect(await isLetIn(here.organisationId, there.sessionId)).toBe(false);
    expect(await asSuperuser("SELECT ended_reason FROM tokens")).toEqual([{ ended_reason: "cancelled" }]);
  });

  it("is slowed down after ten wrong tries, like signing in", async () => {
    await withPassword(people);
    const { sessionId } = await signIn(people);
    for (let times = 0; times < 10; times += 1)
      await expect(change(sessionId, NEW)).rejects.toMatchObject({ code: "invalid" });
    await expect(change(sessionId, OLD)).rejects.toMatchObject({ code: "throttled" });
  });
});
