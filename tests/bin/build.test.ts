import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { fingerprint } from "@/bin/lib/build.mjs";
import { temporaryFolder } from "../support/temporary-folder";

describe("the fingerprint of what a build is made from", () => {
  const folder = temporaryFolder();
  const write = (file: string, text: string) => writeFile(path.join(folder.path, file), text);
  let before: string;

  beforeEach(async () => {
    await mkdir(path.join(folder.path, "app/login"), { recursive: true });
    await write("app/login/page.tsx", "page");
    await write("package-lock.json", "{}");
    before = await fingerprint(folder.path);
  });

  it.each(["app/login/page.tsx", "app/login/new.tsx", "package-lock.json", "next.config.ts", "proxy.ts"])(
    "changes with %s",
    async (file) => {
      await write(file, "changed");
      expect(await fingerprint(folder.path)).not.toBe(before);
    },
  );

  it("changes when a file moves", async () => {
    await rename(path.join(folder.path, "app/login"), path.join(folder.path, "app/sign-in"));
    expect(await fingerprint(folder.path)).not.toBe(before);
  });

  it("stays when nothing that is built has changed", async () => {
    await write("README.md", "changed");
    expect(await fingerprint(folder.path)).toBe(before);
  });
});
