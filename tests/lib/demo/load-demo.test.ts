import { demoCompanies } from "@/lib/demo/people-and-companies";
import { loadDemo } from "@/lib/demo/load-demo";
import { signInStaff } from "@/lib/staff/sign-in-staff";
import { asSuperuser, resetDatabase } from "@/tests/support/database";

const passwords = { staff: "violet tractor sings on monday", customer: "copper lantern walks to harbour" };
const number = async (sql: string) =>
  Number((await asSuperuser<{ n: string }>(`SELECT count(*) AS n FROM ${sql}`))[0]?.n);

beforeEach(resetDatabase);

test("is the same every time, with distinct codes and e-mails", () => {
  const companies = demoCompanies();
  expect(demoCompanies()).toEqual(companies);
  const codes = companies.map((company) => `${company.kind} ${company.code.toLowerCase()}`);
  expect(new Set(codes).size).toBe(codes.length);
  const emails = companies.flatMap((company) => company.contacts.flatMap((contact) => contact.email ?? []));
  expect(new Set(emails).size).toBe(emails.length);
});

test("loads a believable organisation, once", async () => {
  const demo = await loadDemo(passwords);
  expect(await number("companies WHERE kind = 'customer'")).toBe(60);
  expect(await number("companies WHERE kind = 'supplier'")).toBe(12);
  for (const status of ["active", "inactive", "blacklisted", "closed"])
    expect(await number(`companies WHERE status = '${status}'`)).toBeGreaterThan(0);
  expect(
    await asSuperuser(
      "SELECT p.name FROM companies s JOIN companies p ON p.id = s.parent_id WHERE s.name = 'Parkway Cinemas'",
    ),
  ).toEqual([{ name: "Winslow Estates" }]);
  expect(await number("mail WHERE template = 'account-activation'")).toBeGreaterThan(3);
  expect(await number("logins WHERE temporary_until > now()")).toBeGreaterThan(0);
  expect(await number("contacts WHERE login_id IS NULL")).toBeGreaterThan(0);
  await loadDemo(passwords);
  expect(await number("organisations")).toBe(1);
  await expect(
    signInStaff({ address: "", userAgent: "" }, { email: demo.staffEmail, password: passwords.staff }),
  ).resolves.toBeDefined();
});
