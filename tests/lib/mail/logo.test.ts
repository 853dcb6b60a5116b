import sharp from "sharp";
import { asActor } from "@/db/as-actor";
import { deliverMails } from "@/lib/mail/deliver";
import { findMail } from "@/lib/mail/find-mail";
import { sampleFor } from "@/lib/mail/sample-view";
import { showMail } from "@/lib/mail/show-mail";
import { closeTransport } from "@/lib/mail/transport";
import { setLogo } from "@/lib/organisations/set-logo";
import { asSuperuser, resetDatabase } from "../../support/database";
import { queueNotice } from "../../support/outbox";
import { somePeople, type People } from "../../support/people";
import { SmtpSink } from "../../support/smtp-sink";

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

async function giveLogo(width = 600, height = 120): Promise<Buffer> {
  const file = await sharp({ create: { width, height, channels: 4, background: "#0b6e4f" } })
    .png()
    .toBuffer();
  await setLogo({ actor: people.staff }, { logo: new File([new Uint8Array(file)], "logo.png") });
  const [kept] = await asSuperuser<{ image: Buffer }>("SELECT image FROM organisation_logos");
  return kept?.image ?? Buffer.alloc(0);
}

const deliver = (...mailIds: string[]) => deliverMails({ organisationId: people.organisationId, mailIds });
const show = (mailId: string) =>
  asActor(people.staff, async (tx) => {
    const found = await findMail(tx, mailId);
    if (!found) throw new Error("The e-mail cannot be seen");
    return showMail(found, true).html;
  });

describe("the organisation's logo", () => {
  it("travels within the e-mail and is shown by it, with the organisation's name for who sees no pictures", async () => {
    const image = await giveLogo();
    await deliver(await queueNotice(people));
    const message = await sink.waitFor(people.email);
    expect(message.attachments).toMatchObject([
      { cid: "logo@portico", contentType: "image/png", contentDisposition: "inline", related: true },
    ]);
    expect(message.attachments[0]?.content.equals(image)).toBe(true);
    const shown = /<img [^>]*>/.exec(String(message.html))?.[0];
    // mailparser puts the picture where the address of the part stood.
    expect(shown).toContain(`src="data:image/png;base64,${image.toString("base64")}"`);
    expect(shown).toContain('alt="winslow Ltd" width="240" height="48"');
    expect(message.html).not.toMatch(/src="http/);
    expect(message.text).toContain("winslow Ltd");
  });

  it.each([
    [40, 40, 20, 20],
    [100, 1000, 6, 60],
    [1000, 10, 240, 3],
  ])("of %d × %d pixels is drawn %d × %d at most, also by Outlook", async (width, height, wide, high) => {
    await giveLogo(width, height);
    await deliver(await queueNotice(people));
    const { html } = await sink.waitFor(people.email);
    expect(html).toMatch(new RegExp(`width="${wide}" height="${high}"`));
  });

  it("is put in when an e-mail is sent and never lies in the outbox", async () => {
    const image = await giveLogo();
    const ids = [];
    for (const name of ["one", "two", "three"])
      ids.push(await queueNotice(people, `${name}@winslow.example`));
    const picture = image.toString("base64").slice(0, 24);
    const kept = async () =>
      JSON.stringify(await asSuperuser("SELECT to_jsonb(m) AS m FROM mail m")) +
      JSON.stringify(await asSuperuser("SELECT payload FROM graphile_worker._private_jobs"));
    expect(await kept()).not.toContain(picture);
    await deliver(...ids);
    expect(sink.arrived.map(({ attachments }) => attachments.length)).toEqual([1, 1, 1]);
    expect(await kept()).not.toContain(picture);
  });

  it("is that of the e-mail's own organisation, and without one nothing travels", async () => {
    await giveLogo();
    people = await somePeople("rival");
    await deliver(await queueNotice(people));
    const message = await sink.waitFor(people.email);
    expect(message.attachments).toEqual([]);
    expect(message.html).not.toContain("<img");
    expect(message.html).toContain("rival Ltd</td>");
  });

  it("is shown with a sent e-mail and a preview from Portico itself", async () => {
    await giveLogo();
    const [row] = await asSuperuser<{ at: string }>(
      "SELECT '/portal/' || slug || '/logo/' || logo_id AS at FROM organisations",
    );
    const src = `<img src="${row?.at}" alt="winslow Ltd"`;
    const sent = await queueNotice(people);
    await deliver(sent);
    expect(await show(sent)).toContain(src);
    const organisation = { name: "winslow Ltd", slug: "winslow", colour: "#2457a6", logoUrl: row?.at };
    expect(sampleFor("password-changed", organisation).organisation.logo).toEqual({ url: row?.at });
  });
});

it("shows a template for staff with the address where staff sign in", () => {
  const organisation = { name: "winslow Ltd", slug: "winslow", colour: "#2457a6" };
  const url = (template: "staff-activation" | "second-factor-removed" | "password-changed") =>
    sampleFor(template, organisation).login.url;
  expect(url("staff-activation")).toBe("http://localhost:3000/login");
  expect(url("second-factor-removed")).toBe("http://localhost:3000/login");
  expect(url("password-changed")).toBe("http://localhost:3000/portal/winslow/login");
});
