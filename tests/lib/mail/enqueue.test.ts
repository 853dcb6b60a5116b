import { asActor } from "@/db/as-actor";
import type { ContactActor } from "@/db/actor";
import { enqueueMail, enqueueMails, type NewMail } from "@/lib/mail/enqueue";
import { listTemplates, templateNamed } from "@/lib/mail/templates";
import { createToken } from "@/lib/tokens/create-token";
import { asSuperuser, resetDatabase } from "../../support/database";
import { somePeople, type People } from "../../support/people";

let people: People;
beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
});

const notice = (to = people.email): NewMail => ({
  organisationId: people.organisationId,
  template: "password-changed",
  to: { address: to, name: "Ana" },
  companyId: people.companyId,
  contactId: people.contactId,
  loginId: people.loginId,
});

const queue = () =>
  asSuperuser<{ key: string; payload: unknown; task_identifier: string }>(
    "SELECT key, task_identifier, (SELECT payload FROM graphile_worker._private_jobs p WHERE p.id = j.id) AS payload FROM graphile_worker.jobs j",
  );

it("writes the e-mail and its job together", async () => {
  const id = await asActor(people.staff, (tx) => enqueueMail(tx, notice()));
  expect(await asSuperuser("SELECT id, state, tries FROM mail")).toEqual([{ id, state: "queued", tries: 0 }]);
  expect(await queue()).toEqual([
    {
      key: id,
      task_identifier: "deliver-mail",
      payload: { organisationId: people.organisationId, mailIds: [id] },
    },
  ]);
});

it("writes neither when what causes it fails", async () => {
  const failing = asActor(people.staff, async (tx) => {
    await enqueueMail(tx, notice());
    throw new Error("the change was refused");
  });
  await expect(failing).rejects.toThrow("refused");
  expect(await asSuperuser("SELECT 1 FROM mail")).toEqual([]);
  expect(await queue()).toEqual([]);
});

it("queues thousands in one go, in the order given", async () => {
  const mails = Array.from({ length: 3000 }, (_, n) => notice(`n${n}@example.com`));
  const ids = await asActor(people.staff, (tx) => enqueueMails(tx, mails));
  const [last] = await asSuperuser("SELECT to_address FROM mail WHERE id = $1", [ids[2999]]);
  expect(last).toEqual({ to_address: "n2999@example.com" });
  const jobs = await queue();
  const bulk = jobs.filter((job) => job.task_identifier === "deliver-bulk-mail");
  expect(bulk.flatMap((job) => (job.payload as { mailIds: string[] }).mailIds).sort()).toEqual(
    [...ids].sort(),
  );
  expect(jobs.filter((job) => !bulk.includes(job)).map((job) => job.key)).toEqual(["refresh-statistics"]);
});

it("lets a contact cause a notice to itself but not read the outbox", async () => {
  const contact: ContactActor = {
    kind: "contact",
    organisationId: people.organisationId,
    loginId: people.loginId,
    contactId: people.contactId,
    companyId: people.companyId,
    companyIds: [people.companyId],
    name: "Ana",
  };
  await asActor(contact, (tx) => enqueueMail(tx, notice()));
  expect((await asActor(contact, (tx) => tx.execute("SELECT 1 FROM mail"))).rows).toEqual([]);
  expect(await asSuperuser("SELECT 1 FROM mail")).toHaveLength(1);
});

it("cancels the unsent e-mail of a link that a newer one replaces", async () => {
  const { organisationId, staff, ...owner } = people;
  const invite = () =>
    asActor(staff, async (tx) => {
      const tokenId = await createToken(tx, staff, { ...owner, purpose: "activation" });
      return enqueueMail(tx, { ...notice(), template: "account-activation", tokenId, organisationId });
    });
  const [older, newer] = [await invite(), await invite()];
  expect(await asSuperuser("SELECT id, state FROM mail ORDER BY id")).toEqual([
    { id: older, state: "cancelled" },
    { id: newer, state: "queued" },
  ]);
});

it("finds templates by the names that people know", () => {
  expect(listTemplates()[0]).toMatchObject({
    name: "account-activation",
    displayName: "accountactivation-EJS",
  });
  expect(templateNamed("AccountActivation-ejs")).toBe("account-activation");
  expect(() => templateNamed("nothing")).toThrow("no e-mail template");
});
