import sharp from "sharp";
import { asActor } from "@/db/as-actor";
import { deliverMails } from "@/lib/mail/deliver";
import { findMail } from "@/lib/mail/find-mail";
import { ATTACHED_LOGO } from "@/lib/mail/logo";
import { openBodies, sealBodies } from "@/lib/mail/seal";
import { showMail } from "@/lib/mail/show-mail";
import { setLogo } from "@/lib/organisations/set-logo";
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

it("shows the logo that a captured e-mail would have carried", async () => {
  const people = await somePeople();
  const file = await sharp({ create: { width: 60, height: 30, channels: 3, background: "#0b6e4f" } })
    .png()
    .toBuffer();
  await setLogo({ actor: people.staff }, { logo: new File([new Uint8Array(file)], "logo.png") });
  const { mailId } = await queueActivation(people);
  await deliverMails({ organisationId: people.organisationId, mailIds: [mailId] });
  const found = await asActor(people.staff, (tx) => findMail(tx, mailId));
  const shown = found && showMail(found, true);
  expect(shown?.html).toMatch(/<img src="\/portal\/winslow\/logo\/[0-9a-f-]{36}" alt="winslow Ltd"/);
  expect(shown?.html).not.toContain(ATTACHED_LOGO);
});
