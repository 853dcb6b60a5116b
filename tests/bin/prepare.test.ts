import { prepareDatabase } from "@/bin/lib/prepared.mjs";
import { testDatabase } from "../support/database";

const against = (change: (url: URL) => void) => {
  const url = new URL(testDatabase().url);
  change(url);
  return prepareDatabase("migrate", { ...process.env, DATABASE_URL: url.href });
};

describe("preparing a database of one's own says what to mend when", () => {
  it.each([
    ["nothing answers", (url: URL) => (url.port = "1"), "Nothing answers there"],
    ["the password is wrong", (url: URL) => (url.password = "wrong"), "User or password is wrong"],
    ["there is no such database", (url: URL) => (url.pathname = "/nowhere"), "CREATE DATABASE portico"],
  ])("%s", async (_reason, change, answer) => {
    await expect(against(change)).rejects.toThrow(answer);
  });

  it("its user could ignore row-level security", async () => {
    const url = process.env.PORTICO_TEST_SUPERUSER_URL;
    await expect(prepareDatabase("migrate", { ...process.env, DATABASE_URL: url })).rejects.toThrow(
      "could not keep customers apart",
    );
  });

  it("a variable cannot be used", async () => {
    const env = { ...process.env, SMTP_URL: "mail.example.com" };
    await expect(prepareDatabase("migrate", env)).rejects.toThrow("SMTP_URL");
  });
});
