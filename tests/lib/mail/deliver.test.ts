import { asActor, asSystem } from "@/db/as-actor";
import { clock } from "@/lib/platform/clock";
import { deliverMails } from "@/lib/mail/deliver";
import { closeTransport } from "@/lib/mail/transport";
import { cancelToken } from "@/lib/tokens/cancel-token";
import { findToken } from "@/lib/tokens/find-token";
import { useToken as consume } from "@/lib/tokens/use-token";
import { asSuperuser, resetDatabase } from "../../support/database";
import { outboxRow, queueActivation, queueNotice } from "../../support/outbox";
import { somePeople, type People } from "../../support/people";
import { linkIn, SmtpSink } from "../../support/smtp-sink";

const realNow = clock.now;
let sink: SmtpSink;
let people: People;

beforeAll(async () => {
  sink = await SmtpSink.start();
  process.env.SMTP_URL = sink.url;
});
beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
  sink.arrived.length = 0;
  sink.manners = {};
});
afterEach(() => {
  clock.now = realNow;
});
afterAll(async () => {
  closeTransport();
  await sink.goDown();
});

const deliver = (mailId: string) =>
  deliverMails({ organisationId: people.organisationId, mailIds: [mailId] });
const secretIn = (link: string) => link.split("/").pop() ?? "";
const jobsFor = (mailId: string) =>
  asSuperuser<{ run_at: Date }>("SELECT run_at FROM graphile_worker.jobs WHERE key = $1", [mailId]);

describe("an activation e-mail", () => {
  it("arrives with a link that works, and is noted as sent with the server's words", async () => {
    const { mailId, tokenId } = await queueActivation(people);
    await deliver(mailId);
    const message = await sink.waitFor(people.email);
    const found = await findToken(secretIn(linkIn(message, "/portal/winslow/activate/")));
    expect(found).toMatchObject({ state: "live", token: { id: tokenId } });
    expect(await outboxRow(mailId)).toMatchObject({
      state: "sent",
      tries: 1,
      subject: "Activate your account at winslow Ltd",
      server_words: "250 OK: message queued",
      message_id: message.messageId,
      sent_at: expect.any(Date),
      next_try_at: null,
      history: [{ outcome: "sent", words: "250 OK: message queued" }],
    });
  });

  it("leaves its secret in no table and no job", async () => {
    const { mailId } = await queueActivation(people);
    const jobs = JSON.stringify(await asSuperuser("SELECT * FROM graphile_worker._private_jobs"));
    await deliver(mailId);
    const secret = secretIn(linkIn(await sink.waitFor(people.email), "/activate/"));
    const tables = await asSuperuser<{ name: string }>(
      "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'graphile_worker')",
    );
    for (const { name } of tables)
      expect(JSON.stringify(await asSuperuser(`SELECT * FROM ${name}`))).not.toContain(secret);
    expect(jobs).not.toContain(secret);
  });

  it("is not sent again by a job that runs twice", async () => {
    const { mailId } = await queueActivation(people);
    await deliver(mailId);
    await deliver(mailId);
    await Promise.all([deliver(mailId), deliver(mailId)]);
    expect(sink.arrived).toHaveLength(1);
    expect((await outboxRow(mailId)).tries).toBe(1);
  });

  it.each([
    ["used", (tokenId: string) => asSystem("a test", people.organisationId, (tx) => consume(tx, tokenId))],
    ["cancelled", (tokenId: string) => asActor(people.staff, (tx) => cancelToken(tx, people.staff, tokenId))],
    ["replaced", () => queueActivation(people, { address: "second@winslow.example" })],
  ])("is cancelled, not sent, when its link was %s before", async (_, end) => {
    const { mailId, tokenId } = await queueActivation(people);
    await end(tokenId);
    await deliver(mailId);
    expect(await outboxRow(mailId)).toMatchObject({ state: "cancelled", tries: 0, next_try_at: null });
    expect(sink.arrived).toEqual([]);
  });

  it("counts the seven days of its link from when it was sent", async () => {
    const { mailId } = await queueActivation(people);
    clock.now = () => new Date(Date.now() + 20 * 3_600_000);
    await deliver(mailId);
    const message = await sink.waitFor(people.email);
    const expires = new Date(clock.now().getTime() + 7 * 24 * 3_600_000);
    expect(message.text).toContain(
      `${expires.getUTCDate()} ${expires.toLocaleString("en-GB", { month: "long", timeZone: "UTC" })}`,
    );
  });
});

describe("when the mail server", () => {
  it("says that it cannot now, the e-mail is queued again with its words and a true next try", async () => {
    sink.manners = { refuse: () => "451 Greylisted, come back later" };
    const mailId = await queueNotice(people);
    await deliver(mailId);
    const row = await outboxRow(mailId);
    expect(row).toMatchObject({
      state: "queued",
      tries: 1,
      server_words: expect.stringContaining("451 Greylisted"),
    });
    expect(row.next_try_at?.getTime()).toBeGreaterThan(Date.now() + 50_000);
    expect((await jobsFor(mailId)).map((job) => job.run_at)).toEqual([row.next_try_at]);
    sink.manners = {};
    await deliver(mailId);
    expect(await outboxRow(mailId)).toMatchObject({
      state: "sent",
      tries: 2,
      history: [{ outcome: "deferred" }, { outcome: "sent" }],
    });
  });

  it.each([
    ["refuses the recipient", { refuse: () => "550 No such user here" }, "550 No such user here"],
    ["refuses the message", { refuseMessage: () => "554 Looks like spam" }, "554 Looks like spam"],
  ])("%s for good, the e-mail fails at once with its words", async (_, manners, words) => {
    sink.manners = manners;
    const mailId = await queueNotice(people);
    await asSuperuser("DELETE FROM graphile_worker._private_jobs");
    await deliver(mailId);
    expect(await outboxRow(mailId)).toMatchObject({
      state: "failed",
      tries: 1,
      next_try_at: null,
      server_words: expect.stringContaining(words),
      history: [{ outcome: "refused" }],
    });
    expect(await jobsFor(mailId)).toEqual([]);
  });

  it("refuses one recipient, the e-mails beside it arrive", async () => {
    sink.manners = { refuse: (address) => (address.startsWith("bad") ? "550 No such user" : undefined) };
    const ids = [];
    for (const name of ["one", "bad", "two"]) ids.push(await queueNotice(people, `${name}@winslow.example`));
    await Promise.all(ids.map(deliver));
    expect(sink.recipients().sort()).toEqual(["one@winslow.example", "two@winslow.example"]);
  });

  it("is down, the e-mail waits and then arrives", async () => {
    await sink.goDown();
    const mailId = await queueNotice(people);
    await deliver(mailId);
    expect(await outboxRow(mailId)).toMatchObject({
      state: "queued",
      server_words: expect.stringContaining("could not be reached"),
    });
    await sink.comeUp();
    await deliver(mailId);
    expect((await outboxRow(mailId)).state).toBe("sent");
    expect(sink.arrived).toHaveLength(1);
  });

  it("breaks off in the middle of a message, the e-mail waits and then arrives, once", async () => {
    sink.manners = { dropMidMessage: 1 };
    const mailId = await queueNotice(people);
    await deliver(mailId);
    expect(await outboxRow(mailId)).toMatchObject({
      state: "queued",
      server_words: expect.stringContaining("closed the connection"),
    });
    await deliver(mailId);
    expect((await outboxRow(mailId)).state).toBe("sent");
    expect(sink.arrived).toHaveLength(1);
  });

  it("is slow, the e-mail says that it is being sent, and no transaction waits for it", async () => {
    sink.manners = { slow: 700 };
    const mailId = await queueNotice(people);
    const delivery = deliver(mailId);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect((await outboxRow(mailId)).state).toBe("sending");
    expect(
      await asSuperuser(
        "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'",
      ),
    ).toEqual([]);
    await delivery;
    expect((await outboxRow(mailId)).state).toBe("sent");
  });

  it("stays down, tries are spread over a day and then end", async () => {
    sink.manners = { refuse: () => "421 Too busy" };
    const mailId = await queueNotice(people);
    const start = Date.now();
    let row = await outboxRow(mailId);
    while (row.state === "queued") {
      const at = Math.max(start, row.next_try_at?.getTime() ?? 0);
      clock.now = () => new Date(at);
      await deliver(mailId);
      row = await outboxRow(mailId);
    }
    expect(row).toMatchObject({
      state: "failed",
      tries: 11,
      server_words: expect.stringContaining("421 Too busy"),
    });
    const hours = (clock.now().getTime() - start) / 3_600_000;
    expect(hours).toBeGreaterThan(23);
    expect(hours).toBeLessThan(25);
  });
});

it("tries an e-mail again that a killed process was sending, with the same Message-ID", async () => {
  const mailId = await queueNotice(people);
  await asSuperuser("UPDATE mail SET state = 'sending', tries = 1 WHERE id = $1", [mailId]);
  await deliver(mailId);
  expect(await outboxRow(mailId)).toMatchObject({
    state: "sent",
    tries: 2,
    history: [{ outcome: "interrupted" }, { outcome: "sent" }],
  });
  expect((await sink.waitFor(people.email)).messageId).toBe(`<${mailId}@localhost>`);
});

it("breaks off when the process stops, and the e-mail waits for the next", async () => {
  sink.manners = { slow: 60_000 };
  const mailId = await queueNotice(people);
  const stopping = new AbortController();
  const delivery = deliverMails(
    { organisationId: people.organisationId, mailIds: [mailId] },
    stopping.signal,
  );
  setTimeout(() => stopping.abort(), 300);
  await delivery;
  expect(await outboxRow(mailId)).toMatchObject({
    state: "queued",
    server_words: expect.stringContaining("broken off"),
  });
});

describe("hostile names and addresses", () => {
  it("add neither headers nor recipients", async () => {
    await asSuperuser(
      "UPDATE organisations SET name = E'Winslow\\r\\nBcc: victim@evil.example\\r\\n\\r\\nHello'",
    );
    const { mailId } = await queueActivation(people, {
      name: 'Eve"\r\nBcc: <victim@evil.example>, x@evil.example',
    });
    await deliver(mailId);
    const message = await sink.waitFor(people.email);
    expect(sink.recipients()).toEqual([people.email]);
    expect(message.headers.has("bcc")).toBe(false);
    expect([message.to].flat()[0]?.value.map(({ address }) => address)).toEqual([people.email]);
    expect(message.from?.value.map(({ address }) => address)).toEqual(["portico@localhost"]);
    expect(message.subject).not.toContain("\n");
  });

  it("end an e-mail whose address is none, without asking the server", async () => {
    const mailId = await queueNotice(people, "ana@winslow.example>\r\nRCPT TO:<victim@evil.example");
    await deliver(mailId);
    expect(await outboxRow(mailId)).toMatchObject({ state: "failed", tries: 1 });
    expect(sink.arrived).toEqual([]);
  });
});
