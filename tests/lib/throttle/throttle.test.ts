import { accountKey, countAct, countAttempt, forgetAttempts, MOST_FAILURES } from "@/lib/throttle/throttle";
import { asSystemAtOnce } from "@/db/at-once";
import { countingSignIn, demandTurn } from "@/lib/throttle/sign-in-attempts";
import { asSuperuser, resetDatabase } from "@/tests/support/database";

beforeEach(resetDatabase);

const waitOver = () => asSuperuser("DELETE FROM throttle WHERE key LIKE 'wait:%'");

async function fail(key: string, times: number): Promise<void> {
  for (let i = 0; i < times; i += 1) await countAttempt(key);
}

test("ten failures are free, then the wait grows by a minute up to fifteen", async () => {
  const key = accountKey("staff", "", "ada@acme.example");
  await fail(key, 10);
  await expect(countAttempt(key)).rejects.toMatchObject({
    code: "throttled",
    message: expect.stringMatching(/in a minute/),
  });
  for (const minutes of [2, 3, 4]) {
    await waitOver();
    await countAttempt(key);
    await expect(countAttempt(key)).rejects.toThrow(`in ${minutes} minutes`);
  }
  for (let i = 0; i < 20; i += 1) {
    await waitOver();
    await countAttempt(key);
  }
  await expect(countAttempt(key)).rejects.toThrow("in 15 minutes");
});

test("refused attempts while waiting do not count towards the lock", async () => {
  const key = accountKey("staff", "", "ada@acme.example");
  await fail(key, 10);
  for (let i = 0; i < MOST_FAILURES; i += 1)
    await expect(countAttempt(key)).rejects.toThrow("Too many attempts");
  await waitOver();
  await expect(countAttempt(key)).resolves.toBe(11);
});

test("after a hundred failures only a new password helps", async () => {
  const key = accountKey("contact", "acme", "ana@winslow.example");
  for (let i = 0; i < MOST_FAILURES; i += 1) {
    await waitOver();
    await countAttempt(key);
  }
  await waitOver();
  await expect(countAttempt(key)).rejects.toThrow("Sign-in is locked");
  await forgetAttempts(key);
  await expect(countAttempt(key)).resolves.toBe(1);
});

test("many attempts at once get no more tries than one after the other", async () => {
  const key = accountKey("staff", "", "ada@acme.example");
  const tried = await Promise.allSettled(Array.from({ length: 40 }, () => countAttempt(key)));
  expect(tried.filter((attempt) => attempt.status === "fulfilled").length).toBeLessThanOrEqual(11);
});

test("accounts are told apart by kind, organisation and e-mail, and stored as hashes", async () => {
  await fail(accountKey("staff", "", "ada@acme.example"), 10);
  await expect(countAttempt(accountKey("contact", "acme", "ada@acme.example"))).resolves.toBe(1);
  const rows = await asSuperuser<{ key: string }>("SELECT key FROM throttle");
  expect(rows.map((row) => row.key).join()).not.toContain("ada");
});

test("an act is limited per key", async () => {
  for (let i = 0; i < 3; i += 1) await countAct("try", "1.2.3.4", 3, 60);
  await expect(countAct("try", "1.2.3.4", 3, 60)).rejects.toMatchObject({ code: "throttled" });
  await expect(countAct("try", "5.6.7.8", 3, 60)).resolves.toBeUndefined();
});

const signInFrom = async (address: string, key: string) => {
  const [counted] = await asSystemAtOnce("test", "any", [countingSignIn(address, key)]);
  await demandTurn(counted, key);
};
const points = async (like: string) =>
  (await asSuperuser<{ points: number }>("SELECT points FROM throttle WHERE key LIKE $1", [like]))[0]?.points;

test("sign-ins from one address are limited, and beyond that lock nobody's account", async () => {
  await signInFrom("192.0.2.7", "one");
  await asSuperuser("UPDATE throttle SET points = 300 WHERE key LIKE 'address:%'");
  for (let times = 0; times < 5; times += 1)
    await expect(signInFrom("192.0.2.7", "one")).rejects.toThrow(/Too many attempts from here.*60 minutes/);
  expect(await points("failures:one")).toBe(1);
  await expect(signInFrom("192.0.2.8", "one")).resolves.toBeUndefined();
  expect(await points("failures:one")).toBe(2);
});

test("what has expired is counted anew", async () => {
  await signInFrom("192.0.2.7", "one");
  await asSuperuser("UPDATE throttle SET points = 300, expire = 1");
  await signInFrom("192.0.2.7", "one");
  expect([await points("failures:one"), await points("address:%")]).toEqual([1, 1]);
});

test("sign-ins count together with other tries of the account's password", async () => {
  const key = accountKey("contact", "acme", "ana@winslow.example");
  for (let times = 0; times < 5; times += 1) {
    await signInFrom("192.0.2.7", key);
    await countAttempt(key);
  }
  await expect(signInFrom("192.0.2.7", key)).rejects.toThrow("Too many attempts. Try again in a minute");
});
