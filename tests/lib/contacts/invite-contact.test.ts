import { asActor } from "@/db/as-actor";
import { canUse } from "@/lib/access/resolve-access";
import { loadAccess } from "@/lib/access/queries";
import { newId } from "@/lib/platform/ids";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";
import { anotherCompany, groupRole, invite, limitedTo, written } from "./arrange";

let people: People;

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
});

const add = (fields: Record<string, unknown> = {}) =>
  invite(people.staff, {
    companyId: people.companyId,
    name: "Yoshi Latimer",
    email: "yoshi@example.com",
    ...fields,
  });

const allowed = async (contactId: string) => {
  const access = await asActor(people.staff, (tx) => loadAccess(tx, contactId));
  return [...access.permissions].filter(([, answer]) => answer.allowed).map(([id]) => id);
};

/** Expects `act` to be refused like that and to leave nothing behind. */
async function refused(act: () => Promise<unknown>, like: object): Promise<void> {
  const before = await written();
  await expect(act()).rejects.toMatchObject(like);
  expect(await written()).toEqual(before);
}

describe("adding a contact", () => {
  it("keeps what was entered, the address trimmed and in lower case", async () => {
    const { contactId } = await add({
      name: "  Yoshi Latimer ",
      email: " Yoshi@Example.COM ",
      jobTitle: "Buyer",
      phone: "(503) 555-6874",
    });
    const rows = await asSuperuser(
      "SELECT c.name, l.email, c.job_title, c.phone, c.kind, c.company_id FROM contacts c JOIN logins l ON l.id = c.login_id WHERE c.id = $1",
      [contactId],
    );
    expect(rows).toEqual([
      {
        name: "Yoshi Latimer",
        email: "yoshi@example.com",
        job_title: "Buyer",
        phone: "(503) 555-6874",
        kind: "customer",
        company_id: people.companyId,
      },
    ]);
  });

  it("needs no e-mail address, and then opens no login", async () => {
    const { contactId } = await add({ email: "  " });
    const rows = await asSuperuser("SELECT login_id FROM contacts WHERE id = $1", [contactId]);
    expect(rows).toEqual([{ login_id: null }]);
  });

  it("makes the roles ticked one change that concerns only this contact", async () => {
    const { contactId } = await add({ permissions: ["invoices", "canRegister"] });
    expect(await allowed(contactId)).toEqual(["canRegister", "invoices"]);
    expect(await allowed(people.contactId)).toEqual([]);
    expect(await asSuperuser("SELECT id::int, summary, made_by_name FROM access_changes")).toEqual([
      { id: 1, summary: "Add contact Yoshi Latimer", made_by_name: "Clerk" },
    ]);
    expect(await asSuperuser("SELECT access_since::int FROM contacts WHERE id = $1", [contactId])).toEqual([
      { access_since: 1 },
    ]);
  });

  it("gives the group roles chosen", async () => {
    const buyer = await groupRole(people, "Buyer", ["placeOrders", "quotations"]);
    const { contactId } = await add({ groupRoleIds: [buyer] });
    expect(await allowed(contactId)).toEqual(["quotations", "placeOrders"]);
  });

  it("leaves access unusable until services are on", async () => {
    const { contactId } = await add({ permissions: ["invoices"] });
    const access = await asActor(people.staff, (tx) => loadAccess(tx, contactId));
    expect(canUse(access, "invoices")).toBe(false);
  });

  it("is on record with who did it and what was given", async () => {
    const { contactId } = await add({ permissions: ["invoices"] });
    const events = await asSuperuser(
      "SELECT act, actor_name, subject, company_id, contact_id, after FROM audit_events",
    );
    expect(events).toEqual([
      {
        act: "contact.added",
        actor_name: "Clerk",
        subject: "Yoshi Latimer",
        company_id: people.companyId,
        contact_id: contactId,
        after: expect.objectContaining({ email: "yoshi@example.com", permissions: ["invoices"] }),
      },
    ]);
  });

  it("can be done by whoever administers that company alone", async () => {
    const limited = await limitedTo(people, people.companyId);
    const { contactId } = await invite(limited, {
      companyId: people.companyId,
      name: "Yoshi",
      email: "yoshi@example.com",
      permissions: ["invoices"],
      template: "accountactivation-EJS",
    });
    expect(await allowed(contactId)).toEqual(["invoices"]);
    expect(await asSuperuser("SELECT to_address FROM mail")).toEqual([{ to_address: "yoshi@example.com" }]);
  });
});

describe("the activation e-mail", () => {
  it.each(["accountactivation-EJS", "account-activation", "AccountActivation-ejs"])(
    "goes out with the template called %s",
    async (template) => {
      expect(await add({ template })).toMatchObject({ invited: true });
      expect(await asSuperuser("SELECT template, to_address, to_name, state FROM mail")).toEqual([
        {
          template: "account-activation",
          to_address: "yoshi@example.com",
          to_name: "Yoshi Latimer",
          state: "queued",
        },
      ]);
    },
  );

  it("does not go out without a template", async () => {
    expect(await add({ template: "" })).toMatchObject({ invited: false });
    expect(await asSuperuser("SELECT 1 FROM mail")).toEqual([]);
  });

  it("is refused by a template that carries no activation link, or that does not exist", async () => {
    for (const template of ["passwordreset-EJS", "no such template"])
      await refused(() => add({ template }), {
        code: "invalid",
        fields: { template: expect.stringMatching(/./) },
      });
  });
});

describe("an e-mail address that exists already", () => {
  it("is refused in any case, with the contact who has it, and leaves nothing behind", async () => {
    const shouted = { email: people.email.toUpperCase(), permissions: ["invoices"], template: "activation" };
    await refused(() => add(shouted), {
      code: "conflict",
      fields: { email: expect.stringContaining("Ana Trujillo") },
      details: {
        contactId: people.contactId,
        name: "Ana Trujillo",
        companyName: "Parkway Cinemas",
        canLink: false,
      },
    });
  });

  it("at another company can be linked: one login then serves both", async () => {
    const companyId = await anotherCompany(people, "supplier");
    const there = { companyId, email: people.email };
    await refused(() => add(there), {
      code: "conflict",
      details: { contactId: people.contactId, canLink: true },
    });
    const { contactId } = await add({ ...there, link: true, permissions: ["purchaseOrders"] });
    expect(await asSuperuser("SELECT login_id FROM contacts WHERE id = $1", [contactId])).toEqual([
      { login_id: people.loginId },
    ]);
    expect(await asSuperuser("SELECT act FROM audit_events")).toEqual([{ act: "contact.linked" }]);
    expect(await allowed(contactId)).toEqual(["purchaseOrders"]);
  });

  it("is not invited again when its login has a password", async () => {
    const companyId = await anotherCompany(people);
    await asSuperuser("UPDATE logins SET password_hash = 'x', email_proven_at = now()");
    const fields = { companyId, email: people.email, link: true, template: "accountactivation-EJS" };
    expect((await add(fields)).invited).toBe(false);
    expect(await asSuperuser("SELECT 1 FROM mail")).toEqual([]);
  });

  it("cannot be linked to a company that it serves already", async () => {
    await refused(() => add({ email: people.email, link: true }), {
      code: "conflict",
      details: { canLink: false },
    });
  });

  it("of a company that the staff user does not see is refused without a word about whose it is", async () => {
    const companyId = await anotherCompany(people);
    const limited = await limitedTo(people, companyId);
    const attempt = () =>
      invite(limited, { companyId, name: "A", email: people.email, link: true }).catch((error: unknown) => {
        expect(`${JSON.stringify(error)} ${String(error)}`).not.toContain("Trujillo");
        throw error;
      });
    await refused(attempt, { code: "conflict", details: undefined, fields: { email: expect.any(String) } });
  });

  it("is free in another organisation", async () => {
    const rival = await somePeople("rival");
    await invite(rival.staff, { companyId: rival.companyId, name: "Ana", email: people.email });
    expect(await asSuperuser("SELECT 1 FROM logins WHERE email = $1", [people.email])).toHaveLength(2);
  });

  it("goes to one of three who add it at once; the others are told whose it is", async () => {
    const outcomes = await Promise.allSettled([add(), add({ name: "Other" }), add({ name: "Third" })]);
    const lost = outcomes.flatMap((outcome) =>
      outcome.status === "rejected" ? [outcome.reason as unknown] : [],
    );
    expect(lost).toHaveLength(2);
    for (const reason of lost)
      expect(reason).toMatchObject({
        code: "conflict",
        fields: { email: expect.stringContaining("Parkway") },
      });
    expect(await asSuperuser("SELECT 1 FROM logins WHERE email = 'yoshi@example.com'")).toHaveLength(1);
    expect(await asSuperuser("SELECT 1 FROM contacts")).toHaveLength(2);
  });

  it("is linked once when it is linked twice at once", async () => {
    const companyId = await anotherCompany(people);
    const link = () => add({ companyId, email: people.email, link: true });
    const outcomes = await Promise.allSettled([link(), link()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("adding a contact is refused", () => {
  it("at a company of another organisation, as at one that does not exist", async () => {
    const rival = await somePeople("rival");
    await refused(() => add({ companyId: rival.companyId }), { code: "not-found" });
    await refused(() => add({ companyId: newId() }), { code: "not-found" });
  });

  it("at a company that the staff user does not serve", async () => {
    const limited = await limitedTo(people, await anotherCompany(people));
    const there = { companyId: people.companyId, name: "Yoshi" };
    await refused(() => invite(limited, there), { code: "not-found" });
  });

  it("with roles of the other kind of company", async () => {
    await refused(() => add({ permissions: ["invoices", "purchaseOrders"] }), {
      code: "invalid",
      fields: { permissions: expect.any(String) },
    });
  });

  it("with a group role of another organisation, or of staff", async () => {
    const rival = await somePeople("rival");
    const theirs = await groupRole(rival, "Buyer", ["invoices"]);
    const ofStaff = await groupRole(people, "Clerks", []);
    await asSuperuser("UPDATE group_roles SET audience = 'staff' WHERE id = $1", [ofStaff]);
    for (const id of [theirs, ofStaff, newId()])
      await refused(() => add({ groupRoleIds: [id] }), {
        code: "invalid",
        fields: { groupRoleIds: expect.any(String) },
      });
  });
});
