import { appendChange } from "@/lib/access/append-change";
import { asActor } from "@/db/as-actor";
import { requestFreshLink, requestWayIn } from "@/lib/credentials/request-way-in";
import { sendFreshLink, sendWayIn } from "@/lib/credentials/send-way-in";
import { clock } from "@/lib/platform/clock";
import { lanes } from "@/lib/worker/task-list";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";
import { expectRefused, newestLink, outbox, staffActs, traces, withPassword } from "./scene";

const realNow = clock.now;
let people: People;
let staff: ReturnType<typeof staffActs>;

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
  staff = staffActs(people.staff);
});
afterEach(() => {
  clock.now = realNow;
});

const ask = (email = people.email, organisation = people.slug) => requestWayIn(null, { organisation, email });
const send = (email = people.email) => sendWayIn({ organisationId: people.organisationId, email });

const mayRegister = () =>
  asActor(people.staff, (tx) =>
    appendChange(tx, people.staff, {
      summary: "Let Ana register",
      entries: [
        {
          ...{ audience: "customer", scope: "company", companyId: people.companyId },
          ...{ permission: "services", effect: "allow" },
        },
        {
          ...{ audience: "customer", scope: "contact", contactId: people.contactId },
          ...{ permission: "canRegister", effect: "allow" },
        },
      ],
    }),
  );

describe("asking for a way in", () => {
  it("writes the same job for known and unknown e-mails, and sends nothing within the request", async () => {
    for (const email of [people.email, "nobody@winslow.example"]) expect(await ask(email)).toBeNull();
    expect(await outbox()).toEqual([]);
    const jobs = await asSuperuser(
      "SELECT t.identifier FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id",
    );
    expect(jobs).toEqual([{ identifier: "send-way-in" }, { identifier: "send-way-in" }]);
  });

  it("is known to the worker", () => {
    const tasks = lanes.flatMap((lane) => Object.keys(lane.tasks));
    expect(tasks).toEqual(expect.arrayContaining(["send-way-in", "send-fresh-link", "send-staff-reset"]));
  });

  it("is refused for an address without a portal", async () => {
    await expectRefused(() => ask(people.email, "nowhere"), { code: "not-found" });
  });

  it("is limited per e-mail, known or not", async () => {
    for (const email of [people.email, "nobody@winslow.example"]) {
      for (let times = 0; times < 6; times += 1) await ask(email);
      await expect(ask(email)).rejects.toMatchObject({ code: "throttled" });
    }
  });
});

describe("what is sent", () => {
  it("is nothing to an unknown e-mail", async () => {
    const before = await traces();
    await send("nobody@winslow.example");
    expect(await traces()).toEqual(before);
  });

  it("is nothing to a contact who was not invited and may not register", async () => {
    const before = await traces();
    await send();
    expect(await traces()).toEqual(before);
  });

  it("is the activation e-mail to a contact who Can Register", async () => {
    await mayRegister();
    await send();
    expect(await outbox()).toEqual([`account-activation to ${people.email}`]);
  });

  it("is nothing when Can Register has no effect, because services or the portal are off", async () => {
    await mayRegister();
    await asSuperuser("UPDATE organisations SET modules = '{}'");
    await send();
    expect(await outbox()).toEqual([]);
  });

  it("is a reset link to somebody who has a password, and to somebody with a temporary one", async () => {
    await withPassword(people);
    await send();
    expect(await outbox()).toEqual([`password-reset to ${people.email}`]);
    await staff.temporary(people.contactId);
    await send();
    expect((await outbox()).at(-1)).toBe(`password-reset to ${people.email}`);
  });

  it("is a fresh activation to somebody whose invitation is open or has expired, and none once it was cancelled", async () => {
    await staff.activation(people.contactId);
    clock.now = () => new Date(Date.now() + 8 * 24 * 3_600_000);
    await send();
    expect(await outbox()).toHaveLength(2);
    clock.now = realNow;
    await staff.cancel(people.contactId);
    await send();
    expect(await outbox()).toHaveLength(2);
  });

  it("is nothing to the deactivated and to those of a closed company", async () => {
    await withPassword(people);
    await asSuperuser("UPDATE companies SET status = 'closed'");
    await send();
    await asSuperuser("UPDATE companies SET status = 'active'");
    await asSuperuser("UPDATE contacts SET deactivated_at = now()");
    await send();
    expect(await outbox()).toEqual([]);
  });

  it("is nothing at another organisation where the e-mail is unknown", async () => {
    await withPassword(people);
    const rival = await somePeople("rival");
    await sendWayIn({ organisationId: rival.organisationId, email: people.email });
    expect(await outbox()).toEqual([]);
  });
});

describe("the holder of an old link", () => {
  const fresh = (secret: string, organisation = people.slug) =>
    requestFreshLink(null, { organisation, secret });

  const freshJob = async () => {
    const [job] = await asSuperuser<{ payload: { organisationId: string; tokenId: string } }>(
      "SELECT payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE identifier = 'send-fresh-link'",
    );
    return job?.payload;
  };

  async function expired(): Promise<string> {
    await staff.activation(people.contactId);
    const secret = await newestLink(people);
    await asSuperuser("UPDATE tokens SET expires_at = now() - interval '1 minute'");
    return secret;
  }

  it("gets a fresh one to the same address", async () => {
    expect(await fresh(await expired())).toBeNull();
    const job = await freshJob();
    await sendFreshLink(job ?? { organisationId: "", tokenId: "" });
    expect(await outbox()).toEqual(Array(2).fill(`account-activation to ${people.email}`));
    expect(JSON.stringify(job)).not.toContain("@");
  });

  it("gets nothing once the address has changed, at the old one or the new one", async () => {
    await fresh(await expired());
    await asSuperuser("UPDATE logins SET email = 'else@winslow.example'");
    await sendFreshLink((await freshJob()) ?? { organisationId: "", tokenId: "" });
    expect(await outbox()).toHaveLength(1);
  });

  it("gets a reset link when the account is active by now", async () => {
    await fresh(await expired());
    await withPassword(people);
    await sendFreshLink((await freshJob()) ?? { organisationId: "", tokenId: "" });
    expect((await outbox()).at(-1)).toBe(`password-reset to ${people.email}`);
  });

  it("is answered alike, and causes nothing, for a link that was made up or is another organisation's", async () => {
    const secret = await expired();
    await somePeople("rival");
    const before = await traces();
    expect(await fresh("x".repeat(43))).toBeNull();
    expect(await fresh(secret, "rival")).toBeNull();
    expect(await traces()).toEqual(before);
  });

  it("is limited", async () => {
    const secret = await expired();
    for (let times = 0; times < 6; times += 1) await fresh(secret);
    await expect(fresh(secret)).rejects.toMatchObject({ code: "throttled" });
  });

  it("cannot use another organisation's token", async () => {
    await expired();
    const rival = await somePeople("rival");
    const [token] = await asSuperuser<{ id: string }>("SELECT id FROM tokens");
    await sendFreshLink({ organisationId: rival.organisationId, tokenId: token?.id ?? "" });
    expect(await outbox()).toHaveLength(1);
  });
});
