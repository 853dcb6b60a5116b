import { once } from "node:events";
import { spawn } from "node:child_process";
import path from "node:path";
import { claim } from "@/bin/lib/lock.mjs";
import { projectFolder } from "@/bin/lib/run.mjs";
import { temporaryFolder } from "../support/temporary-folder";

describe("the claim on a folder", () => {
  const folder = temporaryFolder();
  const place = () => path.join(folder.path, "running");

  it("tells a second start who has it", async () => {
    const release = await claim(place(), "Portico already runs here.");
    await expect(claim(place(), "me too")).rejects.toThrow("Portico already runs here.");
    release();
  });

  it("can be given up", async () => {
    (await claim(place(), "first"))();
    (await claim(place(), "second"))();
  });

  it("ends with a process that is killed", async () => {
    const script = `import { claim } from "./bin/lib/lock.mjs"; await claim(${JSON.stringify(place())}, "killed"); process.stdin.resume(); console.log("claimed");`;
    const holder = spawn(process.execPath, ["--input-type=module", "-e", script], { cwd: projectFolder });
    await once(holder.stdout, "data");
    await expect(claim(place(), "too early")).rejects.toThrow("killed");
    holder.kill("SIGKILL");
    await once(holder, "exit");
    (await claim(place(), "mine now"))();
  });
});
