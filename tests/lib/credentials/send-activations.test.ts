import type { StaffActor } from "@/db/actor";
import { asActor } from "@/db/as-actor";
import { sendActivations } from "@/lib/credentials/send-activations";
import { newId } from "@/lib/platform/ids";
import { anotherCompany, invite, limitedTo } from "@/tests/lib/contacts/arrange";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";
import { outbox, traces, withPassword } from "./scene";

let people: People;

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
});

const send = (contactIds: string[], actor: StaffActor = people.staff) =>
  asActor(actor, (tx) => sendActivations({ tx, actor }, contactIds));

async function add(name: string, fields: object = {}): Promise<string> {
  const { companyId } = people;
  const email = `${name.toLowerCase()}@example.com`;
  return (await invite(people.staff, { companyId, name, email, ...fields })).contactId;
}

it("queues an e-mail, a link and a record for each who can be invited, and says why for the others", async () => {
  await withPassword(people);
  const [ben, cleo] = [await add("Ben"), await add("Cleo")];
  const dan = await add("Dan", { email: "" });
  const gone = newId();
  const outcomes = await send([ben, people.contactId, dan, cleo, gone, ben]);
  const tokenId = expect.any(String);
  expect(outcomes).toEqual([
    { contactId: ben, tokenId },
    { contactId: people.contactId, reason: "active" },
    { contactId: dan, reason: "no-email" },
    { contactId: cleo, tokenId },
    { contactId: gone, reason: "gone" },
  ]);
  expect(await outbox()).toEqual([
    "account-activation to ben@example.com",
    "account-activation to cleo@example.com",
  ]);
  const links = await asSuperuser(
    "SELECT contact_id, email FROM tokens WHERE purpose = 'activation' ORDER BY email",
  );
  expect(links).toEqual([
    { contact_id: ben, email: "ben@example.com" },
    { contact_id: cleo, email: "cleo@example.com" },
  ]);
  const acts = await asSuperuser(
    "SELECT subject FROM audit_events WHERE act = 'contact.activation-sent' ORDER BY 1",
  );
  expect(acts).toEqual([{ subject: "Ben" }, { subject: "Cleo" }]);
});

it("sends one link to who signs in for several companies", async () => {
  const elsewhere = await anotherCompany(people);
  const there = await add("Ana", { companyId: elsewhere, email: people.email, link: true });
  const outcomes = await send([people.contactId, there]);
  expect(outcomes[1]).toEqual({ contactId: there, reason: "same-login" });
  expect(await outbox()).toHaveLength(1);
});

it("ends earlier links", async () => {
  await send([people.contactId]);
  await send([people.contactId]);
  expect(await asSuperuser("SELECT ended_reason FROM tokens ORDER BY id")).toEqual([
    { ended_reason: "replaced" },
    { ended_reason: null },
  ]);
});

it("reaches nobody whom the staff user does not reach, and no other organisation", async () => {
  const elsewhere = await anotherCompany(people);
  const there = await add("Ben", { companyId: elsewhere });
  const rival = await somePeople("rival");
  const limited = await limitedTo(people, people.companyId);
  const before = await traces();
  const outcomes = await send([there, rival.contactId], limited);
  expect(outcomes.map(({ reason }) => reason)).toEqual(["gone", "gone"]);
  expect(await traces()).toEqual(before);
  await send([people.contactId, there], limited);
  expect(await outbox()).toEqual([`account-activation to ${people.email}`]);
});

it("is all or nothing", async () => {
  const before = await traces();
  const failing = asActor(people.staff, async (tx) => {
    await sendActivations({ tx, actor: people.staff }, [people.contactId]);
    throw new Error("the rest failed");
  });
  await expect(failing).rejects.toThrow("the rest failed");
  expect(await traces()).toEqual(before);
});
