import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { applicationDatabase, withSuperuser } from "@/bin/lib/postgres/application-database.mjs";
import { startCluster } from "@/bin/lib/postgres/cluster.mjs";
import { isAlive, readPostmaster } from "@/bin/lib/postgres/postmaster.mjs";
import { projectFolder } from "@/bin/lib/run.mjs";
import { temporaryFolder } from "../support/temporary-folder";

// Starts a cluster in a process of its own, as npm start does, and tells who keeps it.
const STARTER = `
  import { startCluster } from "./bin/lib/postgres/cluster.mjs";
  await startCluster(process.argv[1]);
  console.log("started");
  setInterval(() => {}, 1000);`;

async function startElsewhere(home: string) {
  const starter = spawn(process.execPath, ["--input-type=module", "-e", STARTER, home], {
    cwd: projectFolder,
  });
  await once(starter.stdout, "data");
  const postmaster = await readPostmaster(path.join(home, "cluster"));
  return { starter, postmaster: postmaster?.pid ?? 0 };
}

async function endOf(pid: number): Promise<void> {
  while (isAlive(pid)) await sleep(20);
}

// Generous, because servers are created and killed on machines that may be busy.
jest.setTimeout(60_000);

describe("the embedded PostgreSQL", () => {
  const folder = temporaryFolder();
  // Creating a cluster takes most of the time, so tests that only start one share it.
  let shared = "";
  const home = () => path.join(shared, "postgres");

  beforeAll(async () => {
    shared = await mkdtemp(path.join(tmpdir(), "portico-test-"));
    await (await startCluster(home())).stop();
  });
  const fresh = () => path.join(folder.path, "postgres");
  afterAll(() => rm(shared, { recursive: true, force: true }));

  it("keeps what was written when it is stopped and started", async () => {
    const first = await startCluster(home());
    await withSuperuser(await applicationDatabase(first, "portico"), (client) =>
      client.query("CREATE TABLE notes AS SELECT 'kept' AS text"),
    );
    await first.stop();
    const second = await startCluster(home());
    const url = await applicationDatabase(second, "portico");
    const { rows } = await withSuperuser(url, (client) => client.query("SELECT text FROM notes"));
    await second.stop();
    expect(rows).toEqual([{ text: "kept" }]);
  });

  it("listens on this machine only, and holds its secrets from other users", async () => {
    const cluster = await startCluster(home());
    const { rows } = await withSuperuser(cluster.superuserUrl("postgres"), (client) =>
      client.query("SHOW listen_addresses"),
    );
    await cluster.stop();
    expect(rows).toEqual([{ listen_addresses: "127.0.0.1" }]);
    expect((await stat(path.join(home(), "superuser-password"))).mode & 0o777).toBe(0o600);
    expect((await stat(home())).mode & 0o777).toBe(0o700);
  });

  it("ends when the process that started it is killed, and starts again", async () => {
    const { starter, postmaster } = await startElsewhere(home());
    starter.kill("SIGKILL");
    await endOf(postmaster);
    await (await startCluster(home())).stop();
  });

  it("takes over from a server that nobody keeps any more", async () => {
    const { starter, postmaster } = await startElsewhere(home());
    process.kill(await keeperOf(postmaster), "SIGKILL");
    starter.kill("SIGKILL");
    await once(starter, "exit");
    expect(isAlive(postmaster)).toBe(true);
    const cluster = await startCluster(home());
    await cluster.stop();
    expect(isAlive(postmaster)).toBe(false);
  });

  it("starts although another process got the id of a server that was killed", async () => {
    const { starter, postmaster } = await startElsewhere(home());
    process.kill(postmaster, "SIGKILL");
    await endOf(postmaster);
    starter.kill("SIGKILL");
    await pretendPostmaster(process.pid);
    await (await startCluster(home())).stop();
  });

  it("creates its files anew after it was interrupted while creating them", async () => {
    await mkdir(path.join(fresh(), "new-1"), { recursive: true });
    await (await startCluster(fresh())).stop();
    expect(await readdir(fresh())).not.toContain("new-1");
  });

  it("takes its files along when it is temporary", async () => {
    await (await startCluster(fresh(), { temporary: true })).stop();
    expect(await readdir(folder.path)).toEqual([]);
  });

  async function pretendPostmaster(pid: number) {
    const file = path.join(home(), "cluster/postmaster.pid");
    await writeFile(file, (await readFile(file, "utf8")).replace(/^\d+/, String(pid)));
  }
});

async function keeperOf(postmaster: number): Promise<number> {
  const { stdout } = spawn("ps", ["-o", "ppid=", "-p", String(postmaster)]);
  const [answer] = await once(stdout, "data");
  return Number(answer);
}
