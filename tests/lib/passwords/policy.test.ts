import { generatePassphrase } from "@/lib/passwords/generate";
import { hashPassword, verifyPassword } from "@/lib/passwords/hash";
import { passwordProblem } from "@/lib/passwords/policy";

const ana = ["ana.trujillo@winslow.example", "Ana Trujillo", "Winslow Estates"];

test.each([
  "violet tractor sings on monday",
  "correct horse battery staple",
  "Größe läuft über 7 Brücken",
  "🦊🦊 four foxes dance slowly",
])("accepts a sentence of several words: %s", (password) =>
  expect(passwordProblem(password, ana)).toBeUndefined(),
);

test("wants 15 characters and takes 128", () => {
  expect(passwordProblem("kx93 qwp lmtz7", ana)).toMatch(/at least 15/);
  expect(passwordProblem("violet tractor ".repeat(9), ana)).toMatch(/at most 128/);
});

test.each(["anatrujillo-winslow", "winslow.example.ana", "Trujillo Ana 1234567", "WinslowEstates2026!"])(
  "refuses what is built from e-mail, name or organisation: %s",
  (password) => expect(passwordProblem(password, ana)).toBeDefined(),
);

test.each([
  "passwordpassword",
  "aaaaaaaaaaaaaaaa",
  "123456789012345678",
  "qwertyuiopasdfghjkl",
  "abababababababababab",
])("refuses what everybody guesses: %s", (password) => expect(passwordProblem(password, ana)).toBeDefined());

test("what Generate makes can be read out, passes the rules, and is never the same", () => {
  const made = Array.from({ length: 200 }, generatePassphrase);
  for (const passphrase of made) {
    expect(passphrase).toMatch(/^([a-z]{4,7}-){4}\d\d$/);
    expect(passwordProblem(passphrase, ana)).toBeUndefined();
  }
  expect(new Set(made).size).toBe(made.length);
});

test("a hash is argon2id with the cost that OWASP names, and verifies its password only", async () => {
  const hash = await hashPassword("violet tractor sings");
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verifyPassword(hash, "violet tractor sings")).toBe(true);
  expect(await verifyPassword(hash, "violet tractor sang")).toBe(false);
});

test("nobody's password never matches, and more are verified at once than there are cores", async () => {
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => verifyPassword(null, "anything at all here")),
  );
  expect(answers).toEqual(Array(12).fill(false));
});
