import type { StaffActor } from "@/db/actor";
import { asSystem } from "@/db/as-actor";
import { clock } from "@/lib/platform/clock";
import { findOpenSession } from "@/lib/sessions/queries";
import { cancelStaffActivation, deactivateStaff } from "@/lib/staff/act-on-account";
import { activateStaff, continueStaffActivation } from "@/lib/staff/activate-staff";
import { requestFreshStaffLink, sendFreshStaffLink } from "@/lib/staff/fresh-staff-link";
import { resetByOperator } from "@/lib/staff/by-operator";
import { inviteStaff } from "@/lib/staff/invite-staff";
import { openStaffLink } from "@/lib/staff/open-staff-link";
import { sendStaffReset } from "@/lib/staff/request-staff-reset";
import { resetStaffPassword } from "@/lib/staff/set-staff-password";
import { signInStaff } from "@/lib/staff/sign-in-staff";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";
import { addColleague, openLinkTo, perform } from "./scene";

const origin = { address: "192.0.2.7", userAgent: "Test" };
const password = "violet tractor sings on monday";
const email = "nora@winslow.example";

let people: People;
let ada: StaffActor;
let staffId: string;
let secret: string;

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
  ada = await addColleague(people, "Ada", ["administrator"]);
  const input = { name: "Nora New", email, roles: [], groupRoleIds: [] };
  ({ staffId } = await perform(ada, inviteStaff, input));
  secret = await openLinkTo(people.organisationId, email);
});

const activate = (chosen = password) => activateStaff(origin, { secret, password: chosen });
const mails = () =>
  asSuperuser("SELECT template, to_address FROM mail WHERE state <> 'cancelled' ORDER BY id");
const runFreshLinkJob = async () => {
  await requestFreshStaffLink(null, { secret });
  const [token] = await asSuperuser<{ id: string }>("SELECT id FROM tokens ORDER BY id LIMIT 1");
  await sendFreshStaffLink({ organisationId: people.organisationId, tokenId: token?.id ?? "" });
};

test("looking at the link, however often, leaves it as it was; going on notes that a person did", async () => {
  for (let time = 0; time < 5; time += 1) expect((await openStaffLink(secret))?.state).toBe("live");
  expect(await asSuperuser("SELECT first_opened_at FROM tokens")).toEqual([{ first_opened_at: null }]);
  await continueStaffActivation(null, { secret });
  expect(await asSuperuser("SELECT first_opened_at IS NOT NULL AS opened, used_at FROM tokens")).toEqual([
    { opened: true, used_at: null },
  ]);
});

test("choosing a password by the link signs in, once, and from then on by e-mail and password", async () => {
  const { organisationId, sessionId } = await activate();
  const session = await asSystem("test", organisationId, (tx) => findOpenSession(tx, sessionId, "staff"));
  expect(session).toMatchObject({ staffId, kind: "staff" });
  await expect(signInStaff(origin, { email, password })).resolves.toMatchObject({ organisationId });
  await expect(activate("copper lantern walks to harbour")).rejects.toMatchObject({
    details: { state: "used" },
  });
});

test("of two who use the link at once, one wins", async () => {
  const both = await Promise.allSettled([activate(), activate("copper lantern walks to harbour")]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a weak password leaves the link unused", async () => {
  await expect(activate("nora new nora new")).rejects.toMatchObject({
    fields: { password: expect.any(String) },
  });
  await expect(activate()).resolves.toBeDefined();
});

test("an expired link says so and has a fresh one sent, to the same address only", async () => {
  const real = clock.now;
  try {
    clock.now = () => new Date(Date.now() + 8 * 24 * 3_600_000);
    await expect(activate()).rejects.toMatchObject({ details: { state: "expired" } });
  } finally {
    clock.now = real;
  }
  await runFreshLinkJob();
  expect(await mails()).toEqual([{ template: "staff-activation", to_address: email }]);
  await expect(activate()).rejects.toMatchObject({ details: { state: "replaced" } });
});

test("whoever has a password already is sent a reset link in place of an invitation", async () => {
  await activate();
  await runFreshLinkJob();
  expect((await mails()).at(-1)).toEqual({ template: "password-reset", to_address: email });
});

test("a withdrawn invitation lets nobody in: neither by its link, nor by a fresh one, nor by a forgotten password", async () => {
  await perform(ada, cancelStaffActivation, { staffId });
  await expect(activate()).rejects.toMatchObject({ details: { state: "cancelled" } });
  await runFreshLinkJob();
  await sendStaffReset(email);
  expect(await mails()).toEqual([]);
});

test("the link of a deactivated colleague opens nothing", async () => {
  await perform(ada, deactivateStaff, { staffId });
  await expect(activate()).rejects.toMatchObject({ details: { state: "cancelled" } });
});

test("a forgotten password of somebody who is still invited sends the invitation again", async () => {
  await sendStaffReset(email);
  expect(await mails()).toEqual([{ template: "staff-activation", to_address: email }]);
});

test("an address that changed since makes the link one to a closed door", async () => {
  await asSuperuser("UPDATE staff_users SET email = 'other@winslow.example' WHERE id = $1", [staffId]);
  await expect(activate()).rejects.toMatchObject({ code: "forbidden" });
});

test("a link of another purpose, or of none, is not known", async () => {
  expect(await openStaffLink("x".repeat(43))).toBeNull();
  await sendStaffReset("ada@winslow.example");
  expect(await openStaffLink(await openLinkTo(people.organisationId, "ada@winslow.example"))).toBeNull();
});

test("the link of an invitation ends when an operator's link sets the password, and lets nobody past a second factor", async () => {
  const { link } = await resetByOperator({ email, promote: false });
  await resetStaffPassword(null, { secret: link.split(/[/#=]/).at(-1) ?? "", password });
  await expect(activate("copper lantern walks to harbour")).rejects.toMatchObject({
    details: { state: "cancelled" },
  });
  // As links were left that somebody got before they were ended so.
  await asSuperuser("UPDATE tokens SET ended_at = NULL, ended_reason = NULL");
  await expect(activate("copper lantern walks to harbour")).rejects.toMatchObject({ code: "forbidden" });
  await expect(signInStaff(origin, { email, password })).resolves.toHaveProperty("sessionId");
});
