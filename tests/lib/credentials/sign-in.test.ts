import { setTimeout } from "node:timers/promises";
import * as argon2 from "@node-rs/argon2";
import { pool } from "@/db/client";
import { SIGN_IN_REFUSED, signInContact } from "@/lib/credentials/sign-in-contact";
import { changeOwnPassword } from "@/lib/credentials/change-own-password";
import { writePassword } from "@/lib/credentials/write-password";
import { switchCompany } from "@/lib/credentials/switch-company";
import { asActor, asSystem } from "@/db/as-actor";
import { newId } from "@/lib/platform/ids";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";
import { actsOnRecord, isLetIn, NEW, OLD, origin, signIn, staffActs, withPassword } from "./scene";

let people: People;
const refused = { code: "unauthenticated", message: SIGN_IN_REFUSED };

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
  await withPassword(people);
});

const count = async (table: string) =>
  Number((await asSuperuser<{ n: string }>(`SELECT count(*) AS n FROM ${table}`))[0]?.n);

describe("signing in to the portal", () => {
  it("opens a session with the right password, on record as the contact's own act", async () => {
    const { organisationId, sessionId } = await signIn(people);
    expect(await isLetIn(organisationId, sessionId)).toBe(true);
    expect(await actsOnRecord()).toEqual(["contact.signed-in by Ana Trujillo"]);
    expect((await staffActs(people.staff).credential(people.contactId))?.lastSignInAt).toBeInstanceOf(Date);
  });

  it("opens nothing with a password that is being replaced while it is looked at", async () => {
    const replaced = asSystem("a test", people.organisationId, async (tx) => {
      await writePassword(tx, people, { password: NEW, reason: "password reset" });
      const signingIn = signIn(people).then(
        () => "signed in",
        (error: Error) => error.message,
      );
      // Longer than a password takes to be looked at.
      await Promise.race([signingIn, setTimeout(1_500)]);
      return { signingIn };
    });
    expect(await (await replaced).signingIn).toBe(SIGN_IN_REFUSED);
    expect(await asSuperuser("SELECT id FROM sessions WHERE ended_at IS NULL")).toEqual([]);
    await expect(signIn(people, NEW)).resolves.toBeDefined();
  });

  it("changes no password by one that is being replaced while it is looked at", async () => {
    const { organisationId, loginId, contactId, companyId, slug } = people;
    const { sessionId } = await signIn(people);
    const whose = { organisationId, loginId, contactId, companyId, companyIds: [companyId] };
    const actor = { kind: "contact" as const, ...whose, name: "Ana Trujillo" };
    const named = {
      organisation: { name: "winslow Ltd", slug },
      contact: { companyName: "Parkway Cinemas" },
    };
    const { changing } = await asSystem("a test", organisationId, async (tx) => {
      await writePassword(tx, people, { password: NEW, reason: "password reset" });
      const attempt = changeOwnPassword(
        { actor, session: { sessionId, ...named } },
        { current: OLD, password: "marble kettle drifts past noon" },
      ).then(
        () => "changed",
        (error: { fields?: object }) => Object.keys(error.fields ?? {}).join(),
      );
      // Longer than looking at one password and making another takes.
      await Promise.race([attempt, setTimeout(2_000)]);
      return { changing: attempt };
    });
    expect(await changing).toBe("current");
    await expect(signIn(people, NEW)).resolves.toBeDefined();
  });

  it("takes the e-mail in any case, as the form's schema folds it", async () => {
    const { signInContactInput } = await import("@/lib/credentials/input");
    const typed = { organisation: people.slug, email: ` ${people.email.toUpperCase()} `, password: OLD };
    await expect(signInContact(origin, signInContactInput.parse(typed))).resolves.toBeDefined();
  });

  it("answers a wrong password, an unknown e-mail, a deactivated contact, and one without a password alike", async () => {
    await expect(signIn(people, NEW)).rejects.toMatchObject(refused);
    await expect(signIn({ ...people, email: "nobody@winslow.example" })).rejects.toMatchObject(refused);
    await asSuperuser("UPDATE contacts SET deactivated_at = now()");
    await expect(signIn(people)).rejects.toMatchObject(refused);
    await asSuperuser("UPDATE contacts SET deactivated_at = NULL");
    await asSuperuser("UPDATE logins SET password_hash = NULL");
    await expect(signIn(people)).rejects.toMatchObject(refused);
    expect(await count("sessions")).toBe(0);
    expect(await count("audit_events")).toBe(0);
  });

  it("opens no other organisation's portal, where the same e-mail is somebody else", async () => {
    const rival = await somePeople("rival");
    await asSuperuser("UPDATE logins SET email = $1 WHERE id = $2", [people.email, rival.loginId]);
    await expect(signIn({ slug: "rival", email: people.email })).rejects.toMatchObject(refused);
    await expect(signIn({ slug: "nowhere", email: people.email })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("is refused for a closed company with its own sentence, but only to who knows the password", async () => {
    await asSuperuser("UPDATE companies SET status = 'closed'");
    await expect(signIn(people)).rejects.toMatchObject({
      code: "forbidden",
      message: expect.stringContaining("Parkway Cinemas is closed"),
    });
    await expect(signIn(people, NEW)).rejects.toMatchObject(refused);
  });

  it.each(["blacklisted", "inactive"])("stays open to a company that is %s", async (status) => {
    await asSuperuser("UPDATE companies SET status = $1", [status]);
    await expect(signIn(people)).resolves.toBeDefined();
  });
});

describe("known and unknown e-mails", () => {
  it("cost the same queries", async () => {
    const queries: string[] = [];
    const client = await pool().connect();
    const original = Object.getPrototypeOf(client).query as (...args: unknown[]) => unknown;
    client.release();
    const query = jest.spyOn(Object.getPrototypeOf(client), "query").mockImplementation(function (
      this: unknown,
      ...args: unknown[]
    ) {
      const [text] = args as [string | { text: string }];
      queries.push((typeof text === "string" ? text : text.text).replace(/'[^']*'/g, "?"));
      return original.apply(this, args);
    });
    // What an answer does not wait for is still under way after it.
    const rest = async () => {
      while (pool().idleCount < pool().totalCount) await setTimeout(5);
    };
    const cost = async (email: string) => {
      await rest();
      queries.length = 0;
      await expect(signIn({ ...people, email }, NEW)).rejects.toMatchObject(refused);
      while (!queries.some((text) => text.includes("log activity"))) await setTimeout(5);
      await rest();
      // What a connection prepares, it prepares once, whoever comes first.
      return queries.filter((text) => !text.startsWith("PREPARE"));
    };
    try {
      const known = await cost(people.email);
      expect(known.length).toBeGreaterThan(2);
      expect(await cost("nobody@winslow.example")).toEqual(known);
    } finally {
      query.mockRestore();
    }
  });

  it("take the same work of the processor", async () => {
    // The processor's time and not the clock's, to which a busy machine adds.
    const time = async (work: () => Promise<unknown>) => {
      const from = process.cpuUsage();
      await work().catch(() => undefined);
      const { user, system } = process.cpuUsage(from);
      return user + system;
    };
    const times = { known: [] as number[], unknown: [] as number[], bare: [] as number[] };
    const differs = () => {
      const [known = 0, unknown = 0, bare = 0] = [times.known, times.unknown, times.bare].map((all) =>
        Math.min(...all),
      );
      // Without a hash for the unknown, the difference would be all of one, in every round.
      return Math.abs(known - unknown) >= 0.6 * bare;
    };
    // In turns and by the least of each, because whatever else the process does only ever adds.
    for (let round = 0; round < 60 && (round < 9 || differs()); round += 1) {
      times.known.push(await time(() => signIn(people, NEW)));
      times.unknown.push(await time(() => signIn({ ...people, email: `${newId()}@winslow.example` }, NEW)));
      times.bare.push(
        await time(() => argon2.hash(NEW, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })),
      );
      await asSuperuser("DELETE FROM throttle");
    }
    expect(differs()).toBe(false);
  });
});

describe("failed sign-ins", () => {
  const fail = (email = people.email) => signIn({ ...people, email }, NEW).catch((error) => error);

  it("make an account wait after ten in a row, known or not; staff see it locked and unlock it", async () => {
    const staff = staffActs(people.staff);
    for (const email of [people.email, "nobody@winslow.example"]) {
      for (let times = 0; times < 10; times += 1) expect(await fail(email)).toMatchObject(refused);
      expect(await fail(email)).toMatchObject({ code: "throttled" });
    }
    await expect(signIn(people)).rejects.toMatchObject({ code: "throttled" });
    expect((await staff.credential(people.contactId))?.state).toEqual({
      kind: "locked",
      until: expect.any(Date),
    });
    await staff.unlock(people.contactId);
    await expect(signIn(people)).resolves.toBeDefined();
    expect(await actsOnRecord()).toContain("contact.unlocked by Clerk");
    await expect(staff.unlock(people.contactId)).rejects.toMatchObject({ code: "conflict" });
  });

  it("lock it for good at a hundred, until staff unlock it or the password is set anew", async () => {
    const staff = staffActs(people.staff);
    await fail();
    await asSuperuser("UPDATE throttle SET points = 100 WHERE key LIKE 'failures:%'");
    await expect(signIn(people)).rejects.toMatchObject({
      code: "throttled",
      message: expect.stringContaining("Forgot password"),
    });
    await asSuperuser("DELETE FROM throttle WHERE key LIKE 'wait:%'");
    await asSuperuser("UPDATE throttle SET points = 100 WHERE key LIKE 'failures:%'");
    expect((await staff.credential(people.contactId))?.state).toEqual({ kind: "locked", until: null });
    const { password } = await staff.temporary(people.contactId);
    await expect(signIn(people, password)).resolves.toBeDefined();
  });
});

describe("a login of several companies", () => {
  let other: { company: string; contact: string };

  beforeEach(async () => {
    other = { company: newId(), contact: newId() };
    await asSuperuser(
      "INSERT INTO companies (organisation_id, id, kind, code, name) VALUES ($1, $2, 'supplier', 'ZET', 'Zeta Tools')",
      [people.organisationId, other.company],
    );
    await asSuperuser(
      `INSERT INTO contacts (organisation_id, id, company_id, kind, login_id, name, access_since)
       VALUES ($1, $2, $3, 'supplier', $4, 'Ana Trujillo', 1)`,
      [people.organisationId, other.contact, other.company, people.loginId],
    );
  });

  const actsFor = async (sessionId: string) =>
    (
      await asSuperuser<{ contact_id: string }>("SELECT contact_id FROM sessions WHERE id = $1", [sessionId])
    )[0]?.contact_id;

  const choose = (sessionId: string, company: string) => {
    const { organisationId, loginId, contactId, companyId, slug } = people;
    const actor = {
      ...{ kind: "contact" as const, organisationId, loginId, contactId, companyId },
      ...{ companyIds: [companyId], name: "Ana" },
    };
    const choices = [
      { contactId, companyId, companyName: "Parkway Cinemas", name: "Ana" },
      { contactId: other.contact, companyId: other.company, companyName: "Zeta Tools", name: "Ana" },
    ];
    const session = { sessionId, organisation: { slug }, choices };
    return asActor(actor, (tx) => switchCompany({ tx, actor, session }, { company }));
  };

  it("changes company within the session, and comes back to the last one at the next sign-in", async () => {
    const { sessionId } = await signIn(people);
    expect(await actsFor(sessionId)).toBe(people.contactId);
    await choose(sessionId, other.company);
    expect(await actsFor(sessionId)).toBe(other.contact);
    expect(await actsFor((await signIn(people)).sessionId)).toBe(other.contact);
    expect(await actsOnRecord()).toContain("contact.switched-company by Ana");
  });

  it("cannot change to a company that is not the person's", async () => {
    const { sessionId } = await signIn(people);
    await expect(choose(sessionId, newId())).rejects.toMatchObject({ code: "not-found" });
    expect(await actsFor(sessionId)).toBe(people.contactId);
  });

  it("cannot change the company of somebody else's session", async () => {
    const rival = await somePeople("rival");
    await withPassword(rival);
    const theirs = await signIn(rival);
    await choose(theirs.sessionId, other.company);
    expect(await actsFor(theirs.sessionId)).toBe(rival.contactId);
  });
});
