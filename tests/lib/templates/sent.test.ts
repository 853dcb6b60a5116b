import { asActor } from "@/db/as-actor";
import { deliverMails } from "@/lib/mail/deliver";
import { findMail } from "@/lib/mail/find-mail";
import { renderMail } from "@/lib/mail/render";
import { sampleFor } from "@/lib/mail/sample-view";
import { showMail } from "@/lib/mail/show-mail";
import { closeTransport } from "@/lib/mail/transport";
import { previewTemplate } from "@/lib/templates/preview-template";
import { sendTest } from "@/lib/templates/send-test";
import { asSuperuser, resetDatabase } from "../../support/database";
import { outboxRow, queueActivation } from "../../support/outbox";
import { somePeople, type People } from "../../support/people";
import { linkIn, SmtpSink } from "../../support/smtp-sink";
import { ACTIVATION, own, reset, save } from "./arrange";

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
});
afterAll(async () => {
  closeTransport();
  await sink.goDown();
});

const deliver = (mailId: string) =>
  deliverMails({ organisationId: people.organisationId, mailIds: [mailId] });
const shown = (mailId: string) =>
  asActor(people.staff, async (tx) => {
    const found = await findMail(tx, mailId);
    if (!found) throw new Error("not found");
    return { found, ...showMail(found, false) };
  });

describe("an e-mail", () => {
  it("is made from the organisation's version, with a link that works", async () => {
    await save(people.staff, 0);
    const { mailId } = await queueActivation(people);
    await deliver(mailId);
    const message = await sink.waitFor(people.email);
    expect(message.subject).toBe("Come in, Ana Trujillo");
    expect(message.text).toContain("Dear Ana Trujillo,");
    expect(message.html).toContain("Sent by winslow Ltd");
    expect(linkIn(message, "/portal/winslow/activate/")).toMatch(/[\w-]{43}$/);
    expect(await outboxRow(mailId)).toMatchObject({ template_version: 1, template_fallback: "" });
  });

  it("is shown later as the version that it was made from says", async () => {
    await save(people.staff, 0);
    const { mailId } = await queueActivation(people);
    expect((await shown(mailId)).text).toContain("Come in: ");
    await deliver(mailId);
    await save(people.staff, 1, { subject: "Other words" });
    const later = await shown(mailId);
    expect(later.subject).toBe("Come in, Ana Trujillo");
    expect(later.text).toContain("/activate/••••••••");
  });

  it("is made from the built-in template again once it was reset", async () => {
    await save(people.staff, 0);
    await reset(people.staff, 1);
    const { mailId } = await queueActivation(people);
    await deliver(mailId);
    expect((await sink.waitFor(people.email)).subject).toBe("Activate your account at winslow Ltd");
    expect(await outboxRow(mailId)).toMatchObject({ template_version: null, template_fallback: "" });
  });

  it("is not made from another organisation's version", async () => {
    const others = await somePeople("others");
    await save(others.staff, 0);
    const { mailId } = await queueActivation(people);
    await deliver(mailId);
    expect((await sink.waitFor(people.email)).subject).toBe("Activate your account at winslow Ltd");
  });

  it.each([
    ["calls something", "<%= process.exit(1) %><%= link.url %>", "is a call"],
    ["has no link", "Hello", "must always show"],
  ])(
    "still goes out, from the built-in template, when the version that is stored %s",
    async (_, text, why) => {
      await save(people.staff, 0);
      await asSuperuser("UPDATE template_versions SET text = $1", [text]);
      const { mailId } = await queueActivation(people);
      await deliver(mailId);
      const message = await sink.waitFor(people.email);
      expect(message.subject).toBe("Activate your account at winslow Ltd");
      expect(linkIn(message, "/portal/winslow/activate/")).toMatch(/[\w-]{43}$/);
      expect(await outboxRow(mailId)).toMatchObject({
        state: "sent",
        template_version: null,
        template_fallback: expect.stringContaining(why),
      });
      expect((await shown(mailId)).found.templateFallback).toMatch(
        /^Its text is no longer accepted\. Line 1: /,
      );
    },
  );

  it("has one subject line, whatever the names in it", async () => {
    await save(people.staff, 0, { subject: "For <%= recipient.name %> of <%= company.name %>" });
    const { mailId } = await queueActivation(people, { name: "Ana\r\nBcc: victim@evil.example\u2028x" });
    await deliver(mailId);
    const message = await sink.waitFor(people.email);
    expect(message.headers.has("bcc")).toBe(false);
    expect(message.subject).toMatch(/^For Ana Bcc: victim@.?evil.*x of Parkway Cinemas$/);
    expect(sink.arrived).toHaveLength(1);
  });
});

describe("a test e-mail", () => {
  const session = { email: "clerk@winslow.example" };
  const test = (sources = own) =>
    asActor(people.staff, (tx) =>
      sendTest({ tx, actor: people.staff, session }, { template: ACTIVATION, ...sources }),
    );

  it("goes to the asker's own address, made from what was typed, without being saved", async () => {
    const { mailId, to } = await test({ ...own, subject: "Tried out" });
    expect(to).toBe(session.email);
    await deliver(mailId);
    const message = await sink.waitFor(session.email);
    expect(message.subject).toBe("Test: Tried out");
    expect(linkIn(message, "/portal/winslow/activate/")).toMatch(/\/activate\/sample$/);
    expect(await asSuperuser("SELECT 1 FROM template_versions")).toEqual([]);
    expect(await asSuperuser("SELECT act, subject FROM audit_events")).toEqual([
      { act: "template.test-sent", subject: "accountactivation-EJS" },
    ]);
    expect((await shown(mailId)).subject).toBe("Test: Tried out");
  });

  it("is refused, and nothing is queued, when it does not pass", async () => {
    await expect(test({ ...own, html: "<script></script>" })).rejects.toMatchObject({ code: "invalid" });
    expect(await asSuperuser("SELECT 1 FROM mail")).toEqual([]);
  });
});

describe("a preview", () => {
  const organisation = { name: "Winslow Estates", slug: "winslow", colour: "#2457a6" };
  const preview = (contactId: string, seesContacts = true, sources = own) =>
    asActor(people.staff, (tx) =>
      previewTemplate(
        { tx, session: { organisation }, seesContacts },
        { ...sources, template: ACTIVATION, contactId },
      ),
    );

  it("is made out to the sample in the organisation's name, and leads to nothing that works", async () => {
    const { shown, problems } = await preview("");
    expect(problems).toEqual({});
    const view = sampleFor(ACTIVATION, organisation);
    expect(shown).toEqual(renderMail(ACTIVATION, view, own));
    expect(shown?.text).toContain("/portal/winslow/activate/sample");
  });

  it("is made out to a contact whom the asker may see", async () => {
    const { shown } = await preview(people.contactId);
    expect(shown?.subject).toBe("Come in, Ana Trujillo");
    await expect(preview(people.contactId, false)).rejects.toMatchObject({ code: "not-found" });
    const others = await somePeople("others");
    await expect(preview(others.contactId)).rejects.toMatchObject({ code: "not-found" });
  });

  it("says of each part what is wrong, with line and column", async () => {
    const { shown, problems } = await preview("", true, { ...own, text: "Hi\n  <%= nobody %>" });
    expect(shown).toBeNull();
    expect(problems).toEqual({ text: { line: 2, column: 7, reason: "“nobody” is not a field." } });
  });
});
