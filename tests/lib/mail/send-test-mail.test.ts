import { asActor } from "@/db/as-actor";
import { sendTestMail } from "@/lib/mail/send-test-mail";
import { mailSettingsInput } from "@/lib/organisations/mail-input";
import { updateMail } from "@/lib/organisations/update-mail";
import { env } from "@/lib/platform/env";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";
import { SmtpSink } from "@/tests/support/smtp-sink";

let people: People;
let sink: SmtpSink;
const sendIt = () =>
  sendTestMail({ actor: people.staff, session: { email: "clerk@winslow.example", name: "Clerk" } });
const sender = (typed: object) =>
  mailSettingsInput.parse({
    version: 1,
    senderName: "Harbour",
    senderAddress: "portal@harbour.example",
    ...typed,
  });

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
  sink = await SmtpSink.start();
  env().SMTP_URL = sink.url;
});
afterEach(async () => {
  env().SMTP_URL = undefined;
  await sink.goDown();
});

test("arrives from the saved sender, and shows what the server said", async () => {
  const input = sender({ replyTo: "desk@harbour.example" });
  await asActor(people.staff, (tx) => updateMail({ tx, actor: people.staff }, input));
  expect(await sendIt()).toMatchObject({
    kind: "sent",
    words: expect.stringMatching(/^250 /),
    said: expect.arrayContaining([expect.stringMatching(/^220 /)]),
  });
  const [mail] = sink.arrived;
  expect(mail?.envelopeTo).toBe("clerk@winslow.example");
  expect(mail?.from?.value).toEqual([{ name: "Harbour", address: "portal@harbour.example" }]);
  expect(mail?.replyTo?.value).toMatchObject([{ address: "desk@harbour.example" }]);
});

test("refused by the server, it says so in the server's own words and the audit trail keeps them", async () => {
  sink.manners = { refuse: () => "550 We do not relay for portico" };
  expect(await sendIt()).toMatchObject({
    kind: "refused",
    words: expect.stringContaining("550 We do not relay for portico"),
  });
  expect(await asSuperuser("SELECT act, after ->> 'kind' AS kind FROM audit_events")).toEqual([
    { act: "organisation.mail-tested", kind: "refused" },
  ]);
});

test("without a mail server nothing is sent, and it says so", async () => {
  env().SMTP_URL = undefined;
  expect(await sendIt()).toMatchObject({ kind: "captured" });
});

test.each([
  { senderName: "Harbour\r\nBcc: all@example.com" },
  { senderName: 'Harbour" <ceo@bank.example>' },
  { senderAddress: "portal@harbour.example\r\nBcc: all@example.com" },
  { senderAddress: "not an address" },
  { replyTo: "a@b.example, c@d.example" },
])("a sender that could break out of its header is refused: %j", (typed) => {
  expect(() => sender(typed)).toThrow();
});
