import { newId } from "@/lib/platform/ids";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";
import { actsOnRecord, expectRefused, isLetIn, signIn, staffActs, withPassword } from "./scene";
import { SIGN_IN_REFUSED } from "@/lib/credentials/sign-in-contact";

let people: People;
let staff: ReturnType<typeof staffActs>;

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
  await withPassword(people);
  staff = staffActs(people.staff);
});

/** A second contact of the same login, at a supplier. */
async function elsewhere(): Promise<string> {
  const [company, contact] = [newId(), newId()];
  await asSuperuser(
    "INSERT INTO companies (organisation_id, id, kind, code, name) VALUES ($1, $2, 'supplier', 'ZET', 'Zeta Tools')",
    [people.organisationId, company],
  );
  await asSuperuser(
    `INSERT INTO contacts (organisation_id, id, company_id, kind, login_id, name, access_since)
     VALUES ($1, $2, $3, 'supplier', $4, 'Ana Trujillo', 1)`,
    [people.organisationId, contact, company, people.loginId],
  );
  return contact;
}

describe("deactivating a contact", () => {
  it("refuses the next request of an open session, and sign-in with the neutral answer", async () => {
    const { organisationId, sessionId } = await signIn(people);
    expect(await isLetIn(organisationId, sessionId)).toBe(true);
    await staff.deactivate(people.contactId);
    expect(await isLetIn(organisationId, sessionId)).toBe(false);
    await expect(signIn(people)).rejects.toMatchObject({ code: "unauthenticated", message: SIGN_IN_REFUSED });
  });

  it("says who did it and when, and is on record", async () => {
    await staff.deactivate(people.contactId);
    expect(await staff.credential(people.contactId)).toMatchObject({
      state: { kind: "deactivated" },
      deactivatedAt: expect.any(Date),
      deactivatedBy: "Clerk",
    });
    expect(await actsOnRecord()).toEqual(["contact.deactivated by Clerk"]);
  });

  it("is refused a second time, and reactivating is refused to the active", async () => {
    await expectRefused(() => staff.reactivate(people.contactId), { code: "conflict" });
    await staff.deactivate(people.contactId);
    await expectRefused(() => staff.deactivate(people.contactId), { code: "conflict" });
  });

  it("is done once when two do it at once", async () => {
    const both = await Promise.allSettled([
      staff.deactivate(people.contactId),
      staff.deactivate(people.contactId),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("is undone by reactivating: the old password works again, the old session does not", async () => {
    const { organisationId, sessionId } = await signIn(people);
    await staff.deactivate(people.contactId);
    await staff.reactivate(people.contactId);
    expect(await isLetIn(organisationId, sessionId)).toBe(false);
    await expect(signIn(people)).resolves.toBeDefined();
  });

  it("leaves the same person's other company open to them", async () => {
    const other = await elsewhere();
    const { organisationId, sessionId } = await signIn(people);
    await staff.deactivate(people.contactId);
    expect(await isLetIn(organisationId, sessionId)).toBe(false);
    const again = await signIn(people);
    expect(await isLetIn(organisationId, again.sessionId)).toBe(true);
    await staff.deactivate(other);
    expect(await isLetIn(organisationId, again.sessionId)).toBe(false);
    await expect(signIn(people)).rejects.toMatchObject({ message: SIGN_IN_REFUSED });
  });

  it("fits also a contact who has no e-mail", async () => {
    await asSuperuser("UPDATE contacts SET login_id = NULL");
    await staff.deactivate(people.contactId);
    await staff.reactivate(people.contactId);
  });
});
