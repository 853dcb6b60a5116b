import { setUpInput } from "@/lib/organisations/input";
import { hasOrganisation } from "@/lib/organisations/queries";
import { setUp } from "@/lib/organisations/set-up";
import { env } from "@/lib/platform/env";
import { hashSecret } from "@/lib/platform/ids";
import { signInStaff } from "@/lib/staff/sign-in-staff";
import { asSuperuser, resetDatabase } from "@/tests/support/database";

const input = {
  token: "printed",
  organisationName: "Acme Foods",
  slug: "acme",
  timeZone: "Europe/Berlin",
  name: "Ada",
  email: "ada@acme.example",
  password: "violet tractor sings on monday",
};

beforeEach(async () => {
  await resetDatabase();
  env().SETUP_TOKEN_HASH = hashSecret("printed");
});

test("creates the organisation and its administrator, who can sign in", async () => {
  expect(await hasOrganisation()).toBe(false);
  await setUp(null, input);
  expect(await hasOrganisation()).toBe(true);
  expect(await asSuperuser("SELECT role FROM staff_roles")).toEqual([{ role: "administrator" }]);
  await expect(signInStaff({ address: "", userAgent: "" }, input)).resolves.toBeDefined();
});

test("is refused without the printed token, and when none was printed", async () => {
  await expect(setUp(null, { ...input, token: "guessed" })).rejects.toMatchObject({ code: "forbidden" });
  env().SETUP_TOKEN_HASH = undefined;
  await expect(setUp(null, input)).rejects.toMatchObject({ code: "forbidden" });
  expect(await hasOrganisation()).toBe(false);
});

test("happens once, also when two people do it at the same time", async () => {
  const both = await Promise.allSettled([
    setUp(null, input),
    setUp(null, { ...input, slug: "other", email: "b@acme.example" }),
  ]);
  expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await asSuperuser("SELECT count(*)::int AS n FROM organisations")).toEqual([{ n: 1 }]);
});

test("a password built from the organisation is refused and nothing is written", async () => {
  await expect(setUp(null, { ...input, password: "acme foods acme foods" })).rejects.toMatchObject({
    code: "invalid",
  });
  expect(await hasOrganisation()).toBe(false);
});

test.each(["a", "-acme", "acme-", "ac me", "açme", "../x", "x".repeat(41)])(
  "refuses the portal address %p",
  (slug) => {
    expect(setUpInput.safeParse({ ...input, slug }).success).toBe(false);
  },
);
