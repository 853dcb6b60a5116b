import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { pool } from "@/db/client";
import { setLogLevel } from "@/lib/platform/log";
import { asActor } from "@/db/as-actor";
import { enqueueMails, type NewMail } from "@/lib/mail/enqueue";
import { freeAbandonedJobs } from "@/lib/worker/presence";
import { startWorker, workerHealth, type Worker } from "@/lib/worker/start";
import { kill, outputOf, startChild } from "../../support/child-process";
import { asSuperuser, resetDatabase } from "../../support/database";
import { outboxRow, queueActivation, queueNotice, waitForState } from "../../support/outbox";
import { somePeople, type People } from "../../support/people";
import { pause, SmtpSink } from "../../support/smtp-sink";

jest.setTimeout(60_000);

let sink: SmtpSink;
let people: People;
let worker: Worker | undefined;
let child: ChildProcess | undefined;

beforeAll(async () => {
  setLogLevel("silent");
  sink = await SmtpSink.start();
  process.env.SMTP_URL = sink.url;
});
beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
  sink.manners = {};
  sink.arrived.length = 0;
});
afterEach(async () => {
  if (child) await kill(child);
  await worker?.stop();
  child = worker = undefined;
});
afterAll(() => sink.goDown());

const lockedJobs = () => asSuperuser("SELECT 1 FROM graphile_worker.jobs WHERE locked_at IS NOT NULL");

async function startOther(): Promise<ChildProcess> {
  child = startChild("bin/worker.ts");
  await outputOf(child, "The worker is ready");
  return child;
}

it("sends an e-mail within moments of the commit that caused it, and says that it is well", async () => {
  worker = await startWorker();
  expect(workerHealth()).toBe(true);
  const { mailId } = await queueActivation(people);
  await sink.waitFor(people.email, 2_000);
  await waitForState(mailId, "sent", 2_000);
  await worker.stop();
  expect(workerHealth()).toBeNull();
});

it("sends what was committed before a process died", async () => {
  const { mailId } = await queueActivation(people);
  worker = await startWorker();
  await waitForState(mailId, "sent");
});

it("takes over at once from a worker that was killed while sending", async () => {
  sink.manners = { slow: 30_000 };
  const mailId = await queueNotice(people);
  const other = await startOther();
  await waitForState(mailId, "sending");
  await kill(other);
  expect(await lockedJobs()).toHaveLength(1);
  sink.manners = {};
  worker = await startWorker();
  const row = await waitForState(mailId, "sent", 5_000);
  expect(row.history.map((tried) => tried.outcome)).toEqual(["interrupted", "sent"]);
  expect((await sink.waitFor(people.email)).messageId).toBe(row.message_id);
});

it("leaves a living worker's jobs alone", async () => {
  sink.manners = { slow: 30_000 };
  const mailId = await queueNotice(people);
  await startOther();
  await waitForState(mailId, "sending");
  await freeAbandonedJobs(pool());
  await freeAbandonedJobs(pool());
  expect(await lockedJobs()).toHaveLength(1);
});

it("finishes what it is sending before it stops, and loses nothing when that takes too long", async () => {
  sink.manners = { slow: 1_000 };
  const mailId = await queueNotice(people);
  const other = await startOther();
  await waitForState(mailId, "sending");
  other.kill("SIGTERM");
  await once(other, "exit");
  expect(await outboxRow(mailId)).toMatchObject({ state: "sent" });
  expect(await lockedJobs()).toEqual([]);
  sink.manners = { slow: 60_000 };
  const second = await queueNotice(people);
  const stubborn = await startOther();
  await waitForState(second, "sending");
  stubborn.kill("SIGTERM");
  await once(stubborn, "exit");
  expect(await outboxRow(second)).toMatchObject({
    state: "queued",
    server_words: expect.stringContaining("broken off"),
  });
});

it("sends thousands without making anybody wait for a password reset", async () => {
  sink.manners = { slow: 20 };
  const notice: NewMail = {
    ...people,
    template: "password-changed",
    to: { address: "one@of.many", name: "" },
  };
  await asActor(people.staff, (tx) => enqueueMails(tx, Array<NewMail>(2000).fill(notice)));
  worker = await startWorker();
  await sink.waitFor("one@of.many");
  const { mailId } = await queueActivation(people);
  await waitForState(mailId, "sent");
  expect(sink.arrived.length).toBeLessThan(1500);
});

it("works again after every connection to the database was lost", async () => {
  // graphile-worker prints where each of its workers ended.
  jest.spyOn(console, "trace").mockImplementation();
  worker = await startWorker();
  await asSuperuser(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'portico%'",
  );
  await pause(200);
  const mailId = await queueNotice(people);
  await waitForState(mailId, "sent", 20_000);
  expect(worker.isHealthy()).toBe(true);
});
