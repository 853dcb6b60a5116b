import { asActor, asSystem } from "@/db/as-actor";
import { clock } from "@/lib/platform/clock";
import { cancelToken } from "@/lib/tokens/cancel-token";
import { createToken, createTokens } from "@/lib/tokens/create-token";
import { findToken } from "@/lib/tokens/find-token";
import { tokenUrl } from "@/lib/tokens/links";
import { mintSecret } from "@/lib/tokens/mint-secrets";
import { noteOpened } from "@/lib/tokens/note-opened";
import { useToken as consume } from "@/lib/tokens/use-token";
import { asSuperuser, resetDatabase } from "../../support/database";
import { somePeople, type People } from "../../support/people";

const HOUR = 3_600_000;
const realNow = clock.now;
let people: People;

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
});
afterEach(() => {
  clock.now = realNow;
});

const later = (milliseconds: number) => {
  clock.now = () => new Date(Date.now() + milliseconds);
};

const invite = (purpose: "activation" | "contact-reset" = "activation") =>
  asActor(people.staff, (tx) =>
    createToken(tx, people.staff, {
      purpose,
      loginId: people.loginId,
      contactId: people.contactId,
      companyId: people.companyId,
      email: people.email,
    }),
  );

const mint = (tokenId: string) =>
  asSystem("a test", people.organisationId, (tx) => mintSecret(tx, { ...people, tokenId }));

const use = (tokenId: string) => asSystem("a test", people.organisationId, (tx) => consume(tx, tokenId));

describe("a link", () => {
  it("is found by its secret, with its organisation and owner", async () => {
    const tokenId = await invite();
    const found = await findToken(await mint(tokenId));
    expect(found).toMatchObject({
      organisationId: people.organisationId,
      organisationSlug: "winslow",
      organisationName: "winslow Ltd",
      state: "live",
      token: { id: tokenId, purpose: "activation", loginId: people.loginId, email: people.email },
    });
  });

  it("is not found by a secret that nobody minted", async () => {
    await mint(await invite());
    expect(await findToken("A".repeat(43))).toBeNull();
    expect(await findToken("")).toBeNull();
    expect(await findToken("x".repeat(100_000))).toBeNull();
  });

  it("works once and then says that it was used", async () => {
    const tokenId = await invite();
    const secret = await mint(tokenId);
    expect((await use(tokenId)).loginId).toBe(people.loginId);
    await expect(use(tokenId)).rejects.toMatchObject({ code: "expired", details: { state: "used" } });
    expect((await findToken(secret))?.state).toBe("used");
  });

  it("lets one of two win who use it at once", async () => {
    const tokenId = await invite();
    const outcomes = await Promise.allSettled([use(tokenId), use(tokenId), use(tokenId), use(tokenId)]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual([
      "fulfilled",
      "rejected",
      "rejected",
      "rejected",
    ]);
  });

  it("still works after it was opened five times, and remembers the first", async () => {
    const tokenId = await invite();
    const secret = await mint(tokenId);
    for (let times = 0; times < 5; times++) {
      later(times * 1000);
      expect((await findToken(secret))?.state).toBe("live");
      await asSystem("a test", people.organisationId, (tx) => noteOpened(tx, tokenId));
    }
    const opened = (await findToken(secret))?.token.firstOpenedAt;
    expect(opened && clock.now().getTime() - opened.getTime()).toBeGreaterThan(3000);
    await use(tokenId);
  });

  it("is not used up when what it was used for fails", async () => {
    const tokenId = await invite();
    const failing = asSystem("a test", people.organisationId, async (tx) => {
      await consume(tx, tokenId);
      throw new Error("the password could not be saved");
    });
    await expect(failing).rejects.toThrow("could not be saved");
    await use(tokenId);
  });

  it("expires seven days after its e-mail was rendered, not after it was asked for", async () => {
    const tokenId = await invite();
    later(20 * HOUR);
    const secret = await mint(tokenId);
    later((7 * 24 + 19) * HOUR);
    expect((await findToken(secret))?.state).toBe("live");
    later((7 * 24 + 21) * HOUR);
    expect((await findToken(secret))?.state).toBe("expired");
    await expect(use(tokenId)).rejects.toMatchObject({ details: { state: "expired" } });
  });

  it("stops working when a newer one is made for the same purpose and owner", async () => {
    const older = await invite();
    const reset = await invite("contact-reset");
    const newer = await invite();
    await expect(use(older)).rejects.toMatchObject({ details: { state: "replaced" } });
    await use(reset);
    await use(newer);
  });

  it("leaves one alive when two are made at once", async () => {
    const ids = await Promise.all([invite(), invite(), invite()]);
    const live = await asSuperuser("SELECT id FROM tokens WHERE ended_at IS NULL");
    expect(live).toHaveLength(1);
    expect(ids).toContain(live[0]?.id);
  });

  it("stops working when it is cancelled, and cannot be cancelled twice", async () => {
    const tokenId = await invite();
    const cancel = () => asActor(people.staff, (tx) => cancelToken(tx, people.staff, tokenId));
    await cancel();
    await expect(use(tokenId)).rejects.toMatchObject({ details: { state: "cancelled" } });
    await expect(cancel()).rejects.toMatchObject({ code: "conflict" });
    await expect(mint(tokenId)).rejects.toMatchObject({ code: "conflict" });
  });

  it("cannot be cancelled by another organisation", async () => {
    const tokenId = await invite();
    const { staff } = await somePeople("rival");
    await expect(asActor(staff, (tx) => cancelToken(tx, staff, tokenId))).rejects.toMatchObject({
      code: "not-found",
    });
    await use(tokenId);
  });

  it("has a secret for each e-mail that carried it, and each opens it", async () => {
    const tokenId = await invite();
    const secrets = [await mint(tokenId), await mint(tokenId)];
    expect(secrets[0]).not.toBe(secrets[1]);
    for (const secret of secrets) expect((await findToken(secret))?.token.id).toBe(tokenId);
  });

  it("leaves no secret in the database", async () => {
    const secret = await mint(await invite());
    expect(secret).toMatch(/^[\w-]{43}$/);
    const kept = await asSuperuser(
      "SELECT to_jsonb(t) AS token, to_jsonb(s) AS secret FROM tokens t, token_secrets s",
    );
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain(secret);
  });

  it("keeps the hashes of secrets from staff and contacts", async () => {
    await mint(await invite());
    const seen = await asActor(people.staff, (tx) => tx.execute("SELECT 1 FROM token_secrets"));
    expect(seen.rows).toEqual([]);
  });
});

it("makes links for thousands at once, in the order given", async () => {
  await asSuperuser(
    `INSERT INTO logins (organisation_id, id, email)
     SELECT $1, gen_random_uuid(), 'bulk' || n || '@example.com' FROM generate_series(1, 6000) n`,
    [people.organisationId],
  );
  const logins = await asSuperuser<{ id: string; email: string }>(
    "SELECT id, email FROM logins WHERE email LIKE 'bulk%'",
  );
  const wanted = logins.map(({ id, email }) => ({ loginId: id, email }));
  const ids = await asActor(people.staff, (tx) => createTokens(tx, people.staff, "activation", wanted));
  const last = await asSuperuser("SELECT email FROM tokens WHERE id = $1", [ids[5999]]);
  expect(last).toEqual([{ email: wanted[5999]?.email }]);
});

it("addresses links by purpose on the configured base", () => {
  expect(tokenUrl("activation", "winslow", "s")).toBe("http://localhost:3000/portal/winslow/activate/s");
  expect(tokenUrl("contact-reset", "winslow", "s")).toBe("http://localhost:3000/portal/winslow/reset/s");
  expect(tokenUrl("staff-reset", "winslow", "s")).toBe("http://localhost:3000/reset/s");
});
