import { asActor, asSystem } from "@/db/as-actor";
import { sessions } from "@/db/schema";
import { signInPolicyInput } from "@/lib/organisations/sign-in-input";
import { updateSignInPolicy } from "@/lib/organisations/update-sign-in-policy";
import { demandLength } from "@/lib/passwords/demand-length";
import { clock } from "@/lib/platform/clock";
import { newId } from "@/lib/platform/ids";
import { findOpenSession } from "@/lib/sessions/queries";
import { resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";

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
      signInPolicyInput.parse({ version, passwordMin: 15, ...noLimits, ...typed }),
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
  const empty = { ...noLimits, version: 1, passwordMin: 15 };
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
