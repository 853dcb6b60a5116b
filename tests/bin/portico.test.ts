import { execFile } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { commands } from "@/bin/operator/commands.mjs";
import { asSuperuser, resetDatabase, testDatabase } from "../support/database";
import { tamper } from "../lib/audit/tampering";

jest.setTimeout(120_000);

beforeAll(resetDatabase);

type Said = { code: number; out: string; err: string };

/** Runs the real command against this test's database. */
const portico = (...args: string[]): Promise<Said> =>
  new Promise((resolve) => {
    const env = { ...process.env, DATABASE_URL: testDatabase().url, BASE_URL: "https://portal.example.com" };
    execFile(process.execPath, ["bin/portico.mjs", ...args], { env }, (error, out, err) =>
      resolve({ code: typeof error?.code === "number" ? error.code : error ? -1 : 0, out, err }),
    );
  });

describe("help", () => {
  it("names every command, and each says what it takes, without touching the database", async () => {
    const { code, out } = await portico("--help");
    expect(code).toBe(0);
    for (const name of Object.keys(commands)) {
      expect(out).toContain(name);
      const one = await portico(...name.split(" "), "--help");
      expect(one).toMatchObject({ code: 0, out: expect.stringContaining(`portico -- ${name}`) });
    }
  });

  it.each([
    [[], "Say which command."],
    [["audit"], "There is no command “audit”."],
    [["organisation", "create", "--name", "X"], "--slug is missing"],
    [["audit", "verify", "--fast"], "'--fast'"],
    [["audit", "verify", "now"], "“now” is not understood."],
    [["import", "companies", "--organisation", "x", "--as", "a@b.c"], "Give one file."],
  ])("is shown, with 2, for %j", async (args, problem) => {
    const { code, err } = await portico(...args);
    expect(code).toBe(2);
    expect(err).toContain(problem);
    expect(err).toContain("Usage: npm run portico --");
  });
});

describe("from an empty database", () => {
  const linkIn = (text: string) => /https:\/\/portal\.example\.com\/\S+/.exec(text)?.[0] ?? "";

  it("an operator founds an organisation and gives it an administrator", async () => {
    expect(
      await portico(
        "organisation",
        "create",
        "--name",
        "Winslow & Co",
        "--slug",
        "winslow",
        "--time-zone",
        "Europe/London",
      ),
    ).toMatchObject({ code: 0, out: expect.stringContaining("/portal/winslow") });
    expect(await portico("organisation", "create", "--name", "Other", "--slug", "winslow")).toMatchObject({
      code: 1,
      err: expect.stringContaining("already"),
    });
    expect(await portico("organisation", "create", "--name", "Other", "--slug", "Not good")).toMatchObject({
      code: 1,
      err: expect.stringContaining("slug: Use 2 to 40"),
    });
    const { code, out } = await portico(
      "administrator",
      "create",
      "--organisation",
      "winslow",
      "--email",
      "Ada@winslow.example",
      "--name",
      "Ada",
    );
    expect(code).toBe(0);
    expect(linkIn(out)).toMatch(/\/activate\/[\w-]{43}$/);
    expect(
      await asSuperuser("SELECT email, role FROM staff_users s JOIN staff_roles r ON r.staff_id = s.id"),
    ).toEqual([{ email: "ada@winslow.example", role: "administrator" }]);
    const again = await portico(
      "administrator",
      "create",
      "--organisation",
      "winslow",
      "--email",
      "ada@winslow.example",
      "--name",
      "Ada",
    );
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining("administrator reset") });
    const nowhere = await portico(
      "administrator",
      "create",
      "--organisation",
      "nowhere",
      "--email",
      "a@b.example",
      "--name",
      "A",
    );
    expect(nowhere).toMatchObject({ code: 1, err: "There is no organisation “nowhere”.\n" });
  });

  it("lets somebody back in by a link, and gives back what they need if asked to", async () => {
    const { code, out } = await portico("administrator", "reset", "--email", "ada@winslow.example");
    expect(code).toBe(0);
    expect(linkIn(out)).toMatch(/\/reset\/[\w-]{43}$/);
    expect(await portico("administrator", "reset", "--email", "nobody@winslow.example")).toMatchObject({
      code: 1,
      err: expect.stringContaining("Nobody signs in"),
    });
    await asSuperuser("DELETE FROM staff_roles");
    await asSuperuser("UPDATE staff_users SET deactivated_at = now()");
    expect(await portico("administrator", "reset", "--email", "ada@winslow.example")).toMatchObject({
      code: 1,
      err: expect.stringContaining("--promote"),
    });
    expect(
      (await portico("administrator", "reset", "--email", "ada@winslow.example", "--promote")).code,
    ).toBe(0);
    expect(
      await asSuperuser(
        "SELECT role, deactivated_at FROM staff_users s JOIN staff_roles r ON r.staff_id = s.id",
      ),
    ).toEqual([{ role: "administrator", deactivated_at: null }]);
  });

  it("imports a file after a dry run that writes nothing, as a member of staff who may", async () => {
    const file = path.join(await mkdtemp(path.join(tmpdir(), "portico-operator-")), "customers.csv");
    await writeFile(
      file,
      "Code,Company name,Contact name,Contact e-mail\nPARK,Parkway,Ana,ana@parkway.example\nTARN,Tarn,,\n",
    );
    const as = ["--organisation", "winslow", "--as", "ada@winslow.example"];
    const dry = await portico("import", "contacts", file, ...as, "--dry-run");
    expect(dry).toMatchObject({ code: 0, out: expect.stringContaining("2 rows would be created") });
    expect(await asSuperuser("SELECT 1 FROM companies")).toEqual([]);
    expect(await portico("import", "contacts", file, ...as)).toMatchObject({
      code: 0,
      out: expect.stringContaining("Imported."),
    });
    expect(await asSuperuser("SELECT code FROM companies ORDER BY 1")).toEqual([
      { code: "PARK" },
      { code: "TARN" },
    ]);
    expect(await asSuperuser("SELECT name FROM contacts")).toEqual([{ name: "Ana" }]);
    await writeFile(file, "Code,Company name\nNEW,\n");
    expect(await portico("import", "companies", file, ...as)).toMatchObject({
      code: 1,
      err: expect.stringContaining("Nothing was imported"),
    });
    expect(await portico("import", "contacts", file, ...as)).toMatchObject({
      code: 1,
      err: expect.stringContaining("No column of the file is about contacts"),
    });
    expect(await portico("import", "companies", `${file}.gone`, ...as)).toMatchObject({
      code: 1,
      err: expect.stringContaining("cannot be read"),
    });
    expect(
      await portico("import", "companies", file, ...as.slice(0, 3), "eve@winslow.example"),
    ).toMatchObject({ code: 1, err: expect.stringContaining("Nobody who works") });
  });

  it("verifies the audit trail, prints its head, and finds what was changed", async () => {
    const { code, out } = await portico("audit", "verify");
    expect(code).toBe(0);
    expect(out).toContain("every one as it was sealed");
    const head = /Head: (\S+)/.exec(out)?.[1] ?? "";
    expect((await portico("audit", "verify", "--organisation", "winslow", "--head", head)).code).toBe(0);
    expect(await portico("audit", "verify", "--head", "7")).toMatchObject({
      code: 1,
      err: expect.stringContaining("as it was printed"),
    });
    await tamper("UPDATE audit_events SET subject = 'Somebody else' WHERE act = 'organisation.created'");
    const found = await portico("audit", "verify", "--head", head);
    expect(found).toMatchObject({ code: 1, out: expect.stringContaining("NOT as they were sealed") });
    expect(found.out).toContain("Place 1: the event of");
  });
});
