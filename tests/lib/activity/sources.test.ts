import { asActor } from "@/db/as-actor";
import { activateLogin } from "@/lib/credentials/activate-login";
import { continueActivation } from "@/lib/credentials/continue-activation";
import { setServices } from "@/lib/access/set-services";
import { deliverMails } from "@/lib/mail/deliver";
import { closeTransport } from "@/lib/mail/transport";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { queueActivation } from "@/tests/support/outbox";
import { somePeople, type People } from "@/tests/support/people";
import { SmtpSink } from "@/tests/support/smtp-sink";
import { NEW, newestLink, origin, signIn, staffActs, withPassword } from "../credentials/scene";
import { update } from "../companies/support";
import { logged, setLevel } from "./support";

let sink: SmtpSink;
let people: People;

beforeAll(async () => {
  sink = await SmtpSink.start();
  process.env.SMTP_URL = sink.url;
});
beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
  sink.manners = {};
});
afterAll(async () => {
  closeTransport();
  await sink.goDown();
});

/** What is logged once `lines` lines are, for what is written after the answer. */
async function eventually(lines: number): Promise<string[]> {
  for (let tries = 0; tries < 100; tries += 1) {
    const found = await logged();
    if (found.length >= lines) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return logged();
}

describe("the activity log of a company is told of", () => {
  it("sign-ins, and as a warning of those that fail, for every company of the login", async () => {
    await withPassword(people);
    await signIn(people);
    await expect(signIn(people, NEW)).rejects.toMatchObject({ code: "unauthenticated" });
    expect(await eventually(2)).toEqual([
      "information sign-in: Ana Trujillo signed in",
      "warning sign-in: Ana Trujillo could not sign in",
    ]);
    const [row] = await asSuperuser("SELECT details, contact_id FROM company_events LIMIT 1");
    expect(row).toEqual({ details: { address: origin.address }, contact_id: people.contactId });
  });

  it("nothing when somebody tries an e-mail that is not known", async () => {
    await expect(signIn({ ...people, email: "nobody@x.example" })).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await logged()).toEqual([]);
  });

  it("an activation: opened once, and done", async () => {
    await staffActs(people.staff).activation(people.contactId);
    const link = { organisation: people.slug, secret: await newestLink(people) };
    await continueActivation(null, link);
    await continueActivation(null, link);
    await activateLogin(origin, { ...link, password: NEW, terms: true });
    expect(await logged()).toEqual([
      "information activation: Ana Trujillo opened their activation link",
      "information activation: Ana Trujillo activated their login",
    ]);
  });

  it("e-mails that were sent, and as an error of those that were refused", async () => {
    const send = async () => {
      const { mailId } = await queueActivation(people);
      await deliverMails({ organisationId: people.organisationId, mailIds: [mailId] });
    };
    await send();
    sink.manners = { refuse: () => "550 5.1.1 No such mailbox" };
    await send();
    expect(await logged()).toEqual([
      "information mail: An e-mail to Ana Trujillo was sent",
      "error mail: An e-mail to Ana Trujillo was refused by the mail server",
    ]);
    await setLevel(people.staff, people.companyId, "off");
    await send();
    expect(await logged()).toHaveLength(2);
  });

  it("changes of its access and of its status", async () => {
    const { staff: actor, companyId } = people;
    await asActor(actor, (tx) => setServices({ tx, actor }, { companyId, on: true }));
    await update(actor, companyId, { status: "blacklisted", statusReason: "Unpaid" });
    expect(await logged()).toEqual([
      "information access: Clerk switched Services on",
      "information company: Clerk set the status to blacklisted: Unpaid",
    ]);
  });
});
