import { stat } from "node:fs/promises";
import path from "node:path";
import { keptSecret, readablePassword } from "@/bin/lib/kept.mjs";
import { temporaryFolder } from "../support/temporary-folder";

describe("a kept secret", () => {
  const folder = temporaryFolder();
  const file = () => path.join(folder.path, "auth-secret");

  it("is made once, long enough to sign sessions with, and stays", async () => {
    const made = await keptSecret(file());
    expect(made.length).toBeGreaterThanOrEqual(32);
    expect(await keptSecret(file())).toBe(made);
  });

  it("can be read by its owner only", async () => {
    await keptSecret(file());
    expect((await stat(file())).mode & 0o777).toBe(0o600);
  });

  it("is long enough as a password, and different each time", () => {
    expect(readablePassword()).toMatch(/^(\w{4}-){3}\w{4}$/);
    expect(readablePassword()).not.toBe(readablePassword());
  });
});
