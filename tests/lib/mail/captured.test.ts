import { deliverMails } from "@/lib/mail/deliver";
import { openBodies, sealBodies } from "@/lib/mail/seal";
import { asSuperuser, resetDatabase } from "../../support/database";
import { outboxRow, queueActivation } from "../../support/outbox";
import { somePeople } from "../../support/people";

beforeEach(resetDatabase);

it("keeps e-mail without a mail server, sealed, so that only Portico can read its link", async () => {
  const people = await somePeople();
  const { mailId } = await queueActivation(people);
  await deliverMails({ organisationId: people.organisationId, mailIds: [mailId] });
  expect(await outboxRow(mailId)).toMatchObject({
    state: "captured",
    subject: "Activate your account at winslow Ltd",
    sent_at: null,
  });
  const [row] = await asSuperuser<{ sealed_body: Buffer }>("SELECT sealed_body FROM mail");
  const opened = openBodies(mailId, row?.sealed_body as Buffer);
  expect(opened?.text).toMatch(/\/portal\/winslow\/activate\/[\w-]{43}/);
  expect(row?.sealed_body.toString("latin1")).not.toContain("activate");
});

it("opens a sealed e-mail only as the one it was", () => {
  const sealed = sealBodies("a", { html: "<p>", text: "words" });
  expect(openBodies("a", sealed)).toEqual({ html: "<p>", text: "words" });
  expect(openBodies("b", sealed)).toBeNull();
  sealed.writeUInt8(sealed.readUInt8(40) ^ 1, 40);
  expect(openBodies("a", sealed)).toBeNull();
});
