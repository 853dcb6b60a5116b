import { asActor, asSystem } from "@/db/as-actor";
import type { StaffActor } from "@/db/actor";
import { deliverMails } from "@/lib/mail/deliver";
import { enqueueMail } from "@/lib/mail/enqueue";
import { findMail } from "@/lib/mail/find-mail";
import { newId } from "@/lib/platform/ids";
import { mayHandle, mayOpen } from "@/lib/mail/may-handle";
import { resendMail } from "@/lib/mail/resend-mail";
import { showMail } from "@/lib/mail/show-mail";
import { cancelToken } from "@/lib/tokens/cancel-token";
import { createToken } from "@/lib/tokens/create-token";
import { findToken } from "@/lib/tokens/find-token";
import { useToken as consume } from "@/lib/tokens/use-token";
import { asSuperuser, resetDatabase } from "../../support/database";
import { outboxRow, queueActivation, queueNotice } from "../../support/outbox";
import { somePeople, type People } from "../../support/people";

let people: People;

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
});

const deliver = (mailId: string) =>
  deliverMails({ organisationId: people.organisationId, mailIds: [mailId] });
const resend = (mailId: string, actor: StaffActor = people.staff) =>
  asActor(actor, (tx) => resendMail({ tx, actor }, { mailId }));
const detail = async (mailId: string) => {
  const found = await asActor(people.staff, (tx) => findMail(tx, mailId));
  if (!found) throw new Error("The e-mail cannot be seen");
  return found;
};
const administrator = (): StaffActor => ({ ...people.staff, roles: ["administrator"] });

describe("sending an e-mail again", () => {
  it("makes a new one to the same address, on record, and leaves the old one as it was", async () => {
    const old = await queueNotice(people);
    await deliver(old);
    const { mailId } = await resend(old);
    expect(mailId).not.toBe(old);
    expect(await outboxRow(mailId)).toMatchObject({ state: "queued", to_address: people.email });
    expect((await outboxRow(old)).state).toBe("captured");
    expect(await asSuperuser("SELECT act, subject, company_id FROM audit_events")).toEqual([
      { act: "mail.resent", subject: people.email, company_id: people.companyId },
    ]);
  });

  it("gives a link that still works a fresh secret, and its time begins anew", async () => {
    const { mailId, tokenId } = await queueActivation(people);
    await deliver(mailId);
    await asSuperuser("UPDATE tokens SET expires_at = now() + interval '1 hour'");
    const again = await resend(mailId);
    await deliver(again.mailId);
    const shown = showMail(await detail(again.mailId), true);
    const found = await findToken(shown.link?.split("/").pop() ?? "");
    expect(found).toMatchObject({ state: "live", token: { id: tokenId } });
    expect(found?.token.expiresAt.getTime()).toBeGreaterThan(Date.now() + 6 * 24 * 3_600_000);
  });

  it.each([
    [
      "used",
      "has been used",
      (id: string) => asSystem("a test", people.organisationId, (tx) => consume(tx, id)),
    ],
    [
      "cancelled",
      "was cancelled",
      (id: string) => asActor(people.staff, (tx) => cancelToken(tx, people.staff, id)),
    ],
    ["replaced", "newer link", () => queueActivation(people)],
    ["expired", "has expired", () => asSuperuser("UPDATE tokens SET expires_at = now()")],
  ])("is refused for a link that was %s, saying what to do instead", async (_, words, end) => {
    const { mailId, tokenId } = await queueActivation(people);
    await deliver(mailId);
    await end(tokenId);
    const before = await asSuperuser("SELECT count(*) FROM mail");
    await expect(resend(mailId)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringMatching(new RegExp(`${words}.*Send a new one from the contact's page`)),
    });
    expect(await asSuperuser("SELECT count(*) FROM mail")).toEqual(before);
  });

  it("tries one that waits at once, and says so", async () => {
    const mailId = await queueNotice(people);
    await asSuperuser("UPDATE mail SET tries = 3, next_try_at = now() + interval '2 hours'");
    await asSuperuser("UPDATE graphile_worker._private_jobs SET run_at = now() + interval '2 hours'");
    expect(await resend(mailId)).toEqual({ mailId });
    const jobs = await asSuperuser("SELECT 1 FROM graphile_worker.jobs WHERE key = $1 AND run_at <= now()", [
      mailId,
    ]);
    expect(jobs).toHaveLength(1);
    expect((await outboxRow(mailId)).next_try_at?.getTime()).toBeLessThanOrEqual(Date.now());
    await asSuperuser("UPDATE mail SET state = 'sending'");
    await expect(resend(mailId)).rejects.toMatchObject({ code: "conflict" });
  });

  it("finds no e-mail of another organisation, nor of a company out of reach", async () => {
    const mailId = await queueNotice(people);
    const rival = await somePeople("rival");
    await expect(resend(mailId, rival.staff)).rejects.toMatchObject({ code: "not-found" });
    await expect(resend(mailId, { ...people.staff, reach: "assigned" })).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await asSuperuser("SELECT 1 FROM mail")).toHaveLength(1);
  });

  it("leaves e-mails to staff to administrators: their links let in", async () => {
    const mailId = await queueStaffReset();
    await deliver(mailId);
    const clerk: StaffActor = { ...people.staff, staffId: (await somePeople("other")).staff.staffId };
    await expect(resend(mailId, clerk)).rejects.toMatchObject({ code: "forbidden" });
    const row = await detail(mailId);
    expect(await asActor(clerk, (tx) => mayHandle(tx, clerk, row))).toBe(false);
    const boss = { ...administrator(), staffId: clerk.staffId };
    expect(await asActor(boss, (tx) => mayHandle(tx, boss, row))).toBe(true);
    await resend(mailId, boss);
  });
});

describe("showing an e-mail", () => {
  it("opens a captured one for those who may send it, and masks its link for others", async () => {
    const { mailId } = await queueActivation(people);
    await deliver(mailId);
    const row = await detail(mailId);
    const secret = showMail(row, true).link?.split("/").pop() ?? "none";
    expect(showMail(row, true)).toMatchObject({ note: null, text: expect.stringContaining(secret) });
    const masked = showMail(row, false);
    expect(masked).toMatchObject({ link: null, note: "without its link" });
    expect(masked.text).toContain("/portal/winslow/activate/••••••••");
    expect(masked.text + masked.html).not.toContain(secret);
  });

  it("says so when it was sealed with another key, or its template is gone", async () => {
    const { mailId } = await queueActivation(people);
    await deliver(mailId);
    const row = await detail(mailId);
    expect(showMail({ ...row, sealedBody: Buffer.alloc(64) }, true)).toMatchObject({
      note: "sealed with another key",
      link: null,
    });
    expect(showMail({ ...row, template: "withdrawn", state: "sent" }, true)).toMatchObject({
      note: "template gone",
    });
  });

  it("gives a notice as it was, with the time of what it tells", async () => {
    const mailId = await queueNotice(people);
    await asSuperuser("UPDATE mail SET created_at = '2025-11-07T13:00:00Z'");
    expect(showMail(await detail(mailId), false)).toMatchObject({
      note: null,
      text: expect.stringContaining("7 November 2025"),
    });
  });
});

describe("who may send again and open links", () => {
  it("is decided by reach: all, their companies, or those they administer", async () => {
    const mailId = await queueNotice(people);
    const row = await detail(mailId);
    const may = (reach: StaffActor["reach"]) =>
      asActor({ ...people.staff, reach: "all" }, (tx) => mayHandle(tx, { ...people.staff, reach }, row));
    expect([await may("all"), await may("assigned"), await may("administered")]).toEqual([
      true,
      false,
      false,
    ]);
    await asSuperuser(
      "INSERT INTO assignments (organisation_id, staff_id, company_id, level) VALUES ($1, $2, $3, 'member')",
      [people.organisationId, people.staff.staffId, people.companyId],
    );
    expect([await may("assigned"), await may("administered")]).toEqual([true, false]);
    await asSuperuser("UPDATE assignments SET level = 'administrator'");
    expect(await may("administered")).toBe(true);
  });
});

const queueStaffReset = () =>
  asSystem("a test", people.organisationId, async (tx, actor) => {
    const { staffId } = people.staff;
    const email = "clerk@winslow.example";
    const tokenId = await createToken(tx, actor, { purpose: "staff-reset", staffId, email });
    return enqueueMail(tx, {
      organisationId: people.organisationId,
      template: "password-reset",
      to: { address: email, name: "Clerk" },
      staffId,
      tokenId,
    });
  });

describe("opening the link of somebody who signs in for several companies", () => {
  const elsewhere = newId();
  const assign = (companyId: string, level: string) =>
    asSuperuser(
      "INSERT INTO assignments (organisation_id, staff_id, company_id, level) VALUES ($1, $2, $3, $4)",
      [people.organisationId, people.staff.staffId, companyId, level],
    );
  const may = (mail: Awaited<ReturnType<typeof detail>>, reach: StaffActor["reach"]) =>
    asActor({ ...people.staff, reach: reach === "all" ? "all" : "assigned" }, (tx) =>
      mayOpen(tx, { ...people.staff, reach }, mail),
    );

  it("takes the right to send to all of them, not only to the one that the e-mail concerns", async () => {
    const { mailId } = await queueActivation(people);
    const row = await detail(mailId);
    await assign(people.companyId, "administrator");
    expect(await may(row, "administered")).toBe(true);
    await asSuperuser(
      "INSERT INTO companies (organisation_id, id, kind, code, name) VALUES ($1, $2, 'customer', 'ELSE', 'Elsewhere')",
      [people.organisationId, elsewhere],
    );
    await asSuperuser(
      `INSERT INTO contacts (organisation_id, id, company_id, kind, login_id, name, access_since)
       VALUES ($1, $2, $3, 'customer', $4, 'Ana Trujillo', 1)`,
      [people.organisationId, newId(), elsewhere, people.loginId],
    );
    expect([await may(row, "assigned"), await may(row, "administered")]).toEqual([false, false]);
    await assign(elsewhere, "member");
    expect([await may(row, "assigned"), await may(row, "administered")]).toEqual([true, false]);
    expect(await may(row, "all")).toBe(true);
  });
});
