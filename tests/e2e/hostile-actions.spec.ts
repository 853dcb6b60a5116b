import { listServerActions, postAction } from "./support/server-actions";
import { expect, test } from "./support/test";

const ID = "01990000-0000-7000-8000-00000000dead";
const names = [
  "id",
  "companyId",
  "contactId",
  "sessionId",
  "mailId",
  "runId",
  "groupRoleId",
  "staffId",
  "audience",
  "operations",
  "roles",
  "level",
  "token",
  "secret",
  "email",
  "password",
  "name",
  "code",
  "version",
];
const everyName = (value: unknown) =>
  JSON.stringify([Object.fromEntries(names.map((name) => [name, value]))]);

/** What no form of ours would send, by what is wrong with it. */
const payloads: Record<string, string> = {
  "nothing at all": "[]",
  null: "[null]",
  "an empty object": "[{}]",
  "a number": "[7]",
  "a list": "[[[[]]]]",
  "numbers everywhere": everyName(-1),
  "objects everywhere": everyName({ $ne: null }),
  "a megabyte of text": everyName("x".repeat(1_000_000 / names.length)),
  "keys of Object.prototype":
    '[{"__proto__":{"ok":true},"constructor":{"prototype":{"isAdmin":true}},"toString":1}]',
  "ids that are nobody's": everyName(ID),
  SQL: everyName("'; DROP TABLE companies; --"),
  "NUL bytes": everyName("a\u0000b"),
};

// A secret that was never sent is answered like one that was; so that nobody learns which, nothing is said against it.
const answeredAlike = /^requestFreshStaffLink/;

// What any request may touch, or the worker by itself: the seal of the audit trail, counters of attempts, when a session was last seen, and requests for a way in that are answered alike.
const UNTOUCHED = `
  SELECT string_agg(format('%s %s', t, s), E'\\n' ORDER BY t) AS state FROM (
    SELECT c.relname AS t, (xpath('/row/s/text()', query_to_xml(format(
      'SELECT md5(coalesce(string_agg(md5((to_jsonb(x) - ''last_seen_at'')::text), '''' ORDER BY md5((to_jsonb(x) - ''last_seen_at'')::text)), '''')) AS s FROM %I x', c.relname), false, true, '')))[1]::text AS s
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname NOT IN ('throttle', 'audit_unsealed', 'audit_chain', 'audit_heads')) tables`;

test("each action answers hostile input with a clear refusal and writes nothing", async ({
  page,
  portico,
}) => {
  test.setTimeout(240_000);
  await page.goto("/login");
  await page.fill("[name=email]", portico.staff.email);
  await page.fill("[name=password]", portico.staff.password);
  await page.click("button:has-text('Sign in')");
  await page.waitForURL("**/customers");
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const origin = portico.url;
  // Signing out takes no input, so there is none that is hostile; it would end the session that the others are tried with.
  const actions = listServerActions().filter(({ name }) => !/^signOut/.test(name));
  expect(actions.length).toBeGreaterThan(8);
  // The demo's e-mails are on their way first, so that only the requests can change anything.
  await expect
    .poll(
      async () =>
        (await portico.asSuperuser("SELECT 1 FROM mail WHERE state IN ('queued','sending')")).length,
      { timeout: 60_000 },
    )
    .toBe(0);
  const before = await portico.asSuperuser<{ state: string }>(UNTOUCHED);
  for (const action of actions)
    for (const [what, args] of Object.entries(payloads)) {
      const { status, text } = await postAction(portico.url, action, args, { cookie, origin });
      await test.step(`${action.name}: ${what}`, () => {
        expect(status, `${action.name} with ${what}`).toBeLessThan(500);
        const isAlike = answeredAlike.test(action.name) && what === "ids that are nobody's";
        if (status === 200 && !isAlike) expect(text, `${action.name} with ${what}`).toMatch(/"ok":false/);
        expect(text, `${action.name} with ${what}`).not.toMatch(
          /Something went wrong|at .*\.ts:\d+|relation "|syntax error/,
        );
      });
    }
  expect(await portico.asSuperuser<{ state: string }>(UNTOUCHED)).toEqual(before);
});

test("each action refuses a request from elsewhere, and one that does not say where it is from", async ({
  portico,
}) => {
  for (const action of listServerActions())
    for (const headers of [{}, { origin: "https://evil.example" }, { origin: "null" }]) {
      const { status, text } = await postAction(
        portico.url,
        action,
        "[{}]",
        headers as Record<string, string>,
      );
      if (status === 200)
        expect(text, action.name).toMatch(/"ok":false[^]*wrong-origin|wrong-origin[^]*"ok":false/);
      else expect(status, action.name).toBe(403);
    }
});

test("each action of staff and of contacts refuses somebody who is not signed in", async ({ portico }) => {
  const isOpen = (file: string) => file.includes("(public)") || file.includes("preferences");
  for (const action of listServerActions().filter(
    ({ file, name }) => !isOpen(file) || /^signOutStaff/.test(name),
  )) {
    const { status, text } = await postAction(portico.url, action, "[{}]", { origin: portico.url });
    expect(status, action.name).toBeLessThan(500);
    if (status === 200) expect(text, action.name).toMatch(/"ok":false/);
  }
});
