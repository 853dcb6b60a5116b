import type { StaffActor } from "@/db/actor";
import { asSystem } from "@/db/as-actor";
import { hashPassword } from "@/lib/passwords/hash";
import { deactivateStaff, sendStaffActivation, sendStaffResetLink } from "@/lib/staff/act-on-account";
import { changeStaffEmail } from "@/lib/staff/change-staff-email";
import { changeStaffEmailInput } from "@/lib/staff/input";
import { inviteStaff } from "@/lib/staff/invite-staff";
import { signInStaff } from "@/lib/staff/sign-in-staff";
import { findOpenSession } from "@/lib/sessions/queries";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";
import { addColleague, perform } from "./scene";

const origin = { address: "192.0.2.7", userAgent: "Test" };
const password = "violet tractor sings on monday";
const OLD = "ben@winslow.example";
const NEW = "benjamin@winslow.example";
let hash: string;
let people: People;
let ada: StaffActor;
let stella: StaffActor;
let ben: StaffActor;

beforeAll(async () => {
  hash = await hashPassword(password);
});
beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
  ada = await addColleague(people, "Ada", ["administrator"]);
  stella = await addColleague(people, "Stella", ["staffAdmin", "companyView"]);
  ben = await addColleague(people, "Ben", ["companyView"], hash);
});

const change = (by: StaffActor, who: StaffActor | string, email = NEW, seen = OLD) =>
  perform(by, changeStaffEmail, {
    staffId: typeof who === "string" ? who : who.staffId,
    ...changeStaffEmailInput.pick({ email: true }).parse({ email }),
    seen,
  });

const everything = async () =>
  JSON.stringify(
    await asSuperuser(
      "SELECT (SELECT json_agg(s ORDER BY id) FROM staff_users s) AS s, (SELECT json_agg(m ORDER BY id) FROM mail m) AS m, (SELECT json_agg(t ORDER BY id) FROM tokens t) AS t, (SELECT count(*) FROM audit_events) AS a",
    ),
  );

async function expectNothingDone(work: () => Promise<unknown>, error: object): Promise<void> {
  const before = await everything();
  await expect(work()).rejects.toMatchObject(error);
  expect(await everything()).toBe(before);
}

const mails = () =>
  asSuperuser("SELECT template, to_address AS to, data ->> 'words' AS words, state FROM mail ORDER BY id");

describe("a colleague's address", () => {
  it("is changed: they sign in with the new one and their password, with the old one no more", async () => {
    await change(stella, ben, " Benjamin@Winslow.example ");
    await expect(signInStaff(origin, { email: NEW, password })).resolves.toHaveProperty("sessionId");
    await expect(signInStaff(origin, { email: OLD, password })).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });

  it("is told to the old and to the new one; the old mailbox does not learn the new address", async () => {
    await change(stella, ben);
    expect(await mails()).toEqual([
      { template: "staff-email-changed", to: OLD, words: "b•••@winslow.example", state: "queued" },
      { template: "staff-email-changed", to: NEW, words: NEW, state: "queued" },
    ]);
  });

  it("is on record with what it was before", async () => {
    await change(stella, ben);
    expect(
      await asSuperuser("SELECT act, actor_name, staff_id, subject, before, after FROM audit_events"),
    ).toEqual([
      {
        ...{ act: "staff.email-changed", actor_name: "Stella", staff_id: ben.staffId, subject: "Ben" },
        ...{ before: { email: OLD }, after: { email: NEW } },
      },
    ]);
  });

  it("ends their sessions and the link on its way to the old one", async () => {
    const outcome = await signInStaff(origin, { email: OLD, password });
    const sessionId = "sessionId" in outcome ? outcome.sessionId : "";
    await perform(ada, sendStaffResetLink, ben);
    await change(stella, ben);
    const session = await asSystem("a test", people.organisationId, (tx) =>
      findOpenSession(tx, sessionId, "staff"),
    );
    expect(session).toBeNull();
    expect(await asSuperuser("SELECT ended_reason FROM tokens")).toEqual([{ ended_reason: "cancelled" }]);
    expect((await mails())[0]).toMatchObject({ template: "password-reset", state: "cancelled" });
  });

  it("that was invited gets the invitation at the new one, and a stranger at the old one hears nothing more", async () => {
    const { staffId } = await perform(ada, inviteStaff, {
      ...{ name: "Nora", email: "norra@winslow.example", roles: [], groupRoleIds: [] },
    });
    await change(ada, staffId, "nora@winslow.example", "norra@winslow.example");
    expect(await mails()).toEqual([
      { template: "staff-activation", to: "norra@winslow.example", words: null, state: "cancelled" },
      { template: "staff-activation", to: "nora@winslow.example", words: null, state: "queued" },
    ]);
    expect(await asSuperuser("SELECT email, ended_reason FROM tokens ORDER BY id")).toEqual([
      { email: "norra@winslow.example", ended_reason: "cancelled" },
      { email: "nora@winslow.example", ended_reason: null },
    ]);
    await perform(ada, sendStaffActivation, { staffId });
  });

  it("of somebody deactivated is changed and leaves them shut out", async () => {
    await perform(ada, deactivateStaff, ben);
    await change(ada, ben);
    await expect(signInStaff(origin, { email: NEW, password })).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });
});

describe("refused and nothing done is a change", () => {
  it("to an address that is in use, in whatever case, here or at another organisation", async () => {
    await somePeople("acme");
    await expectNothingDone(() => change(ada, ben, "STELLA@winslow.example"), {
      fields: { email: expect.stringContaining("Stella signs in with this address already") },
    });
    await expectNothingDone(() => change(ada, ben, "clerk@acme.example"), {
      fields: { email: expect.stringContaining("signs in somewhere else") },
    });
  });

  it("of somebody who holds roles that the changer lacks", async () => {
    await expectNothingDone(() => change(stella, ada, "x@winslow.example", "ada@winslow.example"), {
      code: "forbidden",
      message: expect.stringContaining("Ada holds roles that you do not hold: administrator"),
    });
  });

  it("by somebody who does not administer staff at this moment", async () => {
    await expectNothingDone(() => change(ben, stella, "x@winslow.example"), { code: "forbidden" });
  });

  it("of one's own address, which would take no password", async () => {
    await expectNothingDone(() => change(ada, ada, "x@winslow.example", "ada@winslow.example"), {
      code: "conflict",
      message: expect.stringContaining("Ask another administrator"),
    });
  });

  it("on a page that was opened before somebody else changed it", async () => {
    await change(ada, ben);
    await expectNothingDone(() => change(stella, ben, "third@winslow.example", OLD), {
      code: "stale",
      message: expect.stringContaining(NEW),
    });
  });

  it("of another organisation's staff, who cannot be told from nobody", async () => {
    const others = await somePeople("acme");
    await expectNothingDone(() => change(ada, others.staff), { code: "not-found" });
  });

  it("to what is no address", () => {
    expect(changeStaffEmailInput.safeParse({ staffId: ben.staffId, email: "ben", seen: OLD }).success).toBe(
      false,
    );
  });
});

it("lets one of two colleagues have an address that both are given at once", async () => {
  const cleo = await addColleague(people, "Cleo", []);
  const both = await Promise.allSettled([
    change(ada, ben),
    change(stella, cleo, NEW, "cleo@winslow.example"),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

it("changes and tells nothing when the address is the same", async () => {
  const before = await everything();
  await change(ada, ben, OLD);
  expect(await everything()).toBe(before);
});
