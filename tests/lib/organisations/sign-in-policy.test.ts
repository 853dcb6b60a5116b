import { asActor, asSystem } from "@/db/as-actor";
import type { TokenPurpose } from "@/lib/tokens/purposes";
import { sessions } from "@/db/schema";
import { setTemporaryPassword } from "@/lib/credentials/set-temporary-password";
import { signInPolicyInput } from "@/lib/organisations/sign-in-input";
import { updateSignInPolicy } from "@/lib/organisations/update-sign-in-policy";
import { demandLength } from "@/lib/passwords/demand-length";
import { clock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { findOpenSession } from "@/lib/sessions/queries";
import { createToken } from "@/lib/tokens/create-token";
import { mintSecrets } from "@/lib/tokens/mint-secrets";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";

const lifetimes = { temporaryPasswordHours: "72", activationLinkDays: "7", resetLinkHours: "1" };
const noLimits = {
  ...{ staffIdleMinutes: "", staffSessionMinutes: "" },
  ...{ contactIdleMinutes: "", contactSessionMinutes: "" },
};

let people: People;
const now = clock.now;
const save = (typed: object, version = 1) =>
  asActor(people.staff, (tx) =>
    updateSignInPolicy(
      { tx, actor: people.staff },
      signInPolicyInput.parse({ version, passwordMin: 15, ...lifetimes, ...noLimits, ...typed }),
    ),
  );

async function openSession(kind: "staff" | "contact", minutesOld: number, idle = 0): Promise<string> {
  const id = newId();
  const { organisationId, loginId, contactId, staff } = people;
  const owner = kind === "staff" ? { staffId: staff.staffId } : { loginId, contactId };
  const ago = (minutes: number) => new Date(clock.now().getTime() - minutes * 60_000);
  await asSystem("a test", organisationId, (tx) =>
    tx.insert(sessions).values({
      ...{ organisationId, id, kind, ...owner, createdAt: ago(minutesOld), lastSeenAt: ago(idle) },
      expiresAt: new Date("2100-01-01"),
    }),
  );
  return id;
}

const isOpen = async (id: string, kind: "staff" | "contact") =>
  (await asSystem("a test", people.organisationId, (tx) => findOpenSession(tx, id, kind))) !== null;

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
});
afterEach(() => {
  clock.now = now;
});

test("shorter limits end sessions that are open, for staff and for contacts apart", async () => {
  // Asked anew each time: a session that is seen is idle no more.
  const areOpen = async () => [
    await isOpen(await openSession("staff", 40, 12), "staff"),
    await isOpen(await openSession("contact", 40, 12), "contact"),
  ];
  expect(await areOpen()).toEqual([true, true]);
  await save({ staffIdleMinutes: "10" });
  expect(await areOpen()).toEqual([false, true]);
  await save({ staffIdleMinutes: "", contactSessionMinutes: "30" }, 2);
  expect(await areOpen()).toEqual([true, false]);
});

test("a limit is lifted by leaving it empty, not by saying nothing of it", () => {
  const empty = { ...lifetimes, ...noLimits, version: 1, passwordMin: 15 };
  expect(signInPolicyInput.parse(empty)).toMatchObject({ staffIdleMinutes: null });
  for (const name of Object.keys(noLimits))
    expect(signInPolicyInput.safeParse({ ...empty, [name]: undefined }).success).toBe(false);
});

test("the limits of the environment cannot be widened", async () => {
  await expect(save({ staffIdleMinutes: "61" })).rejects.toMatchObject({
    fields: { staffIdleMinutes: "Use at most 60 minutes: whoever runs Portico allows no more." },
  });
  const old = await openSession("staff", 13 * 60);
  expect(await isOpen(old, "staff")).toBe(false);
});

test("passwords may have to be longer, never shorter", async () => {
  expect(signInPolicyInput.safeParse({ version: 1, passwordMin: "14" }).success).toBe(false);
  await save({ passwordMin: "20" });
  const demand = (password: string) =>
    asSystem("a test", people.organisationId, (tx) => demandLength(tx, password));
  await expect(demand("nineteen characters")).rejects.toMatchObject({
    fields: { password: expect.stringContaining("at least 20 characters") },
  });
  await expect(demand("twenty characters ok")).resolves.toBeUndefined();
});

const HOUR = 3_600_000;

async function issueLink(purpose: TokenPurpose): Promise<string> {
  const { staff, loginId, contactId, companyId, email } = people;
  const isStaffs = purpose.startsWith("staff");
  const owner = isStaffs ? { staffId: staff.staffId } : { loginId, contactId, companyId };
  return asActor(staff, (tx) => createToken(tx, staff, { ...owner, purpose, email }));
}

const hoursLeft = async (id: string) => {
  const [token] = await asSuperuser<{ expires_at: Date }>("SELECT expires_at FROM tokens WHERE id = $1", [
    id,
  ]);
  return Math.round(((token?.expires_at.getTime() ?? 0) - clock.now().getTime()) / HOUR);
};

test("a temporary password works as long as the organisation says when it is made, and not differently later", async () => {
  const make = () =>
    asActor(people.staff, (tx) =>
      setTemporaryPassword({ tx, actor: people.staff }, { contactId: people.contactId }),
    );
  const until = async () =>
    (await asSuperuser<{ at: Date }>("SELECT temporary_until AS at FROM logins"))[0]?.at.getTime() ?? 0;
  await make();
  const first = await until();
  expect(Math.round((first - clock.now().getTime()) / HOUR)).toBe(72);
  await save({ temporaryPasswordHours: "4" });
  expect(await until()).toBe(first);
  await make();
  expect(Math.round(((await until()) - clock.now().getTime()) / HOUR)).toBe(4);
});

test.each([
  ["activation", 7 * 24, { activationLinkDays: "2" }, 48],
  ["staff-activation", 7 * 24, { activationLinkDays: "2" }, 48],
  ["contact-reset", 1, { resetLinkHours: "3" }, 3],
  ["staff-reset", 1, { resetLinkHours: "3" }, 3],
] as const)(
  "a link for %s works as long as the organisation says when it goes out, and not differently later",
  async (purpose, before, change, after) => {
    const older = await issueLink(purpose);
    expect(await hoursLeft(older)).toBe(before);
    await save(change);
    expect(await hoursLeft(older)).toBe(before);
    const newer = await issueLink(purpose);
    expect(await hoursLeft(newer)).toBe(after);
    clock.now = () => new Date(Date.now() + 24 * HOUR);
    await asSystem("a test", people.organisationId, (tx) => mintSecrets(tx, people.organisationId, [newer]));
    expect(await hoursLeft(newer)).toBe(after);
  },
);

test("how long links work is each organisation's own", async () => {
  await save({ activationLinkDays: "2" });
  people = await somePeople("rival");
  expect(await hoursLeft(await issueLink("activation"))).toBe(7 * 24);
});

test.each([
  ["temporaryPasswordHours", "0", /at least 1 hour: nobody could/],
  ["temporaryPasswordHours", "169", /at most 168 hours: staff know/],
  ["activationLinkDays", "0", /at least 1 day: an invitation/],
  ["activationLinkDays", "31", /at most 30 days: a link left/],
  ["resetLinkHours", "0.5", /whole hours/],
  ["resetLinkHours", "25", /at most 24 hours: whoever/],
  ["resetLinkHours", "soon", /number of hours/],
])("%s cannot be %s, and the refusal says why", (field, typed, words) => {
  const values = { version: 1, passwordMin: 15, ...lifetimes, ...noLimits, [field]: typed };
  const problems = signInPolicyInput.safeParse(values).error?.issues ?? [];
  expect(problems.map(({ path, message }) => [path.join(), message])).toEqual([
    [field, expect.stringMatching(words)],
  ]);
});

test("what was changed is on record, with what was there before", async () => {
  await save({ temporaryPasswordHours: "24", resetLinkHours: "2" });
  expect(await asSuperuser("SELECT act, before, after FROM audit_events")).toEqual([
    {
      act: "organisation.sign-in-changed",
      before: { temporaryPasswordHours: 72, resetLinkHours: 1 },
      after: { temporaryPasswordHours: 24, resetLinkHours: 2 },
    },
  ]);
});
