import { newId } from "@/lib/platform/ids";
import { SIGN_IN_REFUSED } from "@/lib/credentials/sign-in-contact";
import { changeOwn, isLetIn, NEW, signIn, staffActs, withPassword } from "@/tests/lib/credentials/scene";
import { importFile } from "@/tests/lib/imports/runs";
import { administrator } from "@/tests/lib/imports/administrator";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";
import { anotherCompany, invite, update } from "./arrange";

let people: People;
let companyId: string;

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
  companyId = await anotherCompany(people);
  await administrator(people);
});

const fields = (more: object = {}) => ({
  ...{ companyId, name: "Ana Trujillo", email: people.email, link: true, template: "accountactivation-EJS" },
  ...more,
});
const ends = () =>
  asSuperuser(
    "SELECT contact_id, company_id, subject FROM audit_events WHERE act = 'contact.temporary-password-ended'",
  );

async function contactWithoutLogin(): Promise<string> {
  const id = newId();
  await asSuperuser(
    "INSERT INTO contacts (organisation_id, id, company_id, kind, name, access_since) VALUES ($1, $2, $3, 'customer', 'Ana', 1)",
    [people.organisationId, id, companyId],
  );
  return id;
}

const ways: [string, () => Promise<unknown>][] = [
  ["adding a contact", () => invite(people.staff, fields())],
  [
    "giving a contact the address",
    async () => update(people.staff, { ...fields(), contactId: await contactWithoutLogin(), version: 1 }),
  ],
  [
    "an import",
    () =>
      importFile(people.staff, `code,contact,contactEmail\nELSEWHERE,Ana,${people.email}\n`, {
        linkLogins: true,
      }),
  ],
];

describe.each(ways)("a login linked to another company by %s", (_, link) => {
  it("no longer opens with the temporary password that somebody set for the first", async () => {
    const { password } = await staffActs(people.staff).temporary(people.contactId);
    const { sessionId } = await signIn(people, password);
    await link();
    expect(await isLetIn(people.organisationId, sessionId)).toBe(false);
    await expect(signIn(people, password)).rejects.toMatchObject({ message: SIGN_IN_REFUSED });
    expect(await ends()).toEqual([
      { contact_id: people.contactId, company_id: people.companyId, subject: "Ana Trujillo" },
    ]);
  });

  it("no longer opens with a password that was chosen by a temporary one", async () => {
    const { password } = await staffActs(people.staff).temporary(people.contactId);
    const { sessionId } = await signIn(people, password);
    await changeOwn(people, sessionId, { current: password, password: NEW });
    await expect(signIn(people, NEW)).resolves.toBeDefined();
    await link();
    expect(await isLetIn(people.organisationId, sessionId)).toBe(false);
    await expect(signIn(people, NEW)).rejects.toMatchObject({ message: SIGN_IN_REFUSED });
    expect(await ends()).toHaveLength(1);
  });

  it("no longer opens with the password of an address that it did not have when that was chosen", async () => {
    await asSuperuser("UPDATE logins SET email = 'somebody@else.example'");
    await withPassword(people);
    const { contactId, email } = people;
    await update(people.staff, { contactId, version: 1, name: "Ana Trujillo", email });
    await expect(signIn(people)).resolves.toBeDefined();
    await link();
    await expect(signIn(people)).rejects.toMatchObject({ message: SIGN_IN_REFUSED });
  });

  it("keeps the password that its owner chose behind a link, and their sessions", async () => {
    await withPassword(people);
    const { sessionId } = await signIn(people);
    await link();
    expect(await isLetIn(people.organisationId, sessionId)).toBe(true);
    await expect(signIn(people)).resolves.toBeDefined();
    expect(await ends()).toEqual([]);
  });
});

it("whose temporary password ended by it is sent the activation e-mail", async () => {
  await staffActs(people.staff).temporary(people.contactId);
  expect(await invite(people.staff, fields())).toMatchObject({ invited: true });
});

it("a refused link ends no password", async () => {
  const { password } = await staffActs(people.staff).temporary(people.contactId);
  await expect(invite(people.staff, fields({ companyId: people.companyId }))).rejects.toMatchObject({
    code: "conflict",
  });
  await expect(signIn(people, password)).resolves.toBeDefined();
});

it("a temporary password stays when an import names the address where it is already", async () => {
  const { password } = await staffActs(people.staff).temporary(people.contactId);
  await importFile(people.staff, `code,contact,contactEmail,phone\nPARK,Ana T.,${people.email},1\n`, {
    linkLogins: true,
  });
  await expect(signIn(people, password)).resolves.toBeDefined();
});
