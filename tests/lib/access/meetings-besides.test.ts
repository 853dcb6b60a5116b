import type { StaffActor } from "@/db/actor";
import { and, eq } from "drizzle-orm";
import { asActor, type Tx } from "@/db/as-actor";
import { companies as stored } from "@/db/schema";
import { record } from "@/lib/audit/record";
import { deactivateContact } from "@/lib/credentials/deactivate-contact";
import { updateGroupRole } from "@/lib/group-roles/update-group-role";
import { clock } from "@/lib/platform/clock";
import { asSuperuser } from "@/tests/support/database";
import type { People } from "@/tests/support/people";
import { addCompany, addContact, addGroupRole, companies, contact, enable, everyone, leave } from "./arrange";
import { aMeeting, metBy, metByUncommitted } from "./meeting";

let people: People;
let ada: StaffActor;
let grace: StaffActor;

beforeEach(async () => ({ people, ada, grace } = await aMeeting()));

const met = (staged: object[], meanwhile: () => Promise<unknown>) => metBy(ada, staged, meanwhile);

describe("a save meets", () => {
  it("the closing of a company that it names, or whose contact it names", async () => {
    const close = () =>
      asSuperuser(
        "UPDATE companies SET status = 'closed', status_changed_at = clock_timestamp(), status_changed_by = $2 WHERE id = $1",
        [people.companyId, grace.staffId],
      );
    const staged = [
      enable("services", companies(people.companyId)),
      enable("invoices", contact(people.contactId)),
      enable("issues", everyone),
    ];
    expect(await met(staged, close)).toMatchObject([
      { operation: 0, what: "company-closed", summary: "Parkway Cinemas", by: "Grace", changeId: null },
      { operation: 1, what: "company-closed" },
    ]);
  });

  it("the edit of a group role to which it leaves what the edit is about, if somebody in reach holds it", async () => {
    const { contactId, companyId } = people;
    const other = await addCompany(people, "Other");
    const ben = await addContact(people, other, "Ben");
    const role = await addGroupRole(people, "Buyer", ["invoices", "issues"], [contactId]);
    const edit = () =>
      asActor(grace, (tx) =>
        record(tx, grace, {
          act: "group-role.changed",
          subject: "Buyer",
          before: { groupRoleId: role, roles: ["invoices", "issues"] },
          after: { roles: ["issues"] },
        }),
      );
    const expected = [{ operation: 0, what: "group-role", summary: "Buyer", by: "Grace", changeId: null }];
    for (const reach of [contact(contactId), companies(companyId), everyone])
      expect(await met([leave("invoices", reach)], edit)).toMatchObject(expected);
    expect(await met([leave("issues", contact(contactId))], edit)).toEqual([]);
    expect(await met([enable("invoices", contact(contactId))], edit)).toEqual([]);
    expect(await met([leave("invoices", contact(ben)), leave("invoices", companies(other))], edit)).toEqual(
      [],
    );
  });

  it("the edit of a group role however much else was edited after it", async () => {
    const role = await addGroupRole(people, "Buyer", ["invoices"], [people.contactId]);
    const rest = await addGroupRole(people, "Fitter", ["install"], [people.contactId]);
    const edit = (id: string, was: string[], is: string[]) =>
      asActor(grace, (tx) =>
        record(tx, grace, {
          ...{ act: "group-role.changed", subject: was.join(), after: { roles: is } },
          before: { groupRoleId: id, roles: was },
        }),
      );
    const edits = async () => {
      await edit(role, ["invoices"], []);
      for (let count = 0; count < 101; count += 1) await edit(rest, ["install"], ["service"]);
      await edit(role, ["invoices"], []);
    };
    expect(await met([leave("invoices", contact(people.contactId))], edits)).toMatchObject([
      { operation: 0, what: "group-role", summary: "invoices" },
    ]);
  });

  it("whatever was not committed yet when the screen was drawn, though it had begun before", async () => {
    const { contactId, companyId, organisationId } = people;
    const role = await addGroupRole(people, "Buyer", ["invoices"], [contactId]);
    const met = (staged: object[], act: (tx: Tx) => Promise<unknown>) =>
      metByUncommitted(ada, staged, grace, act);
    const edit = (tx: Tx) =>
      updateGroupRole(
        { tx, actor: grace },
        { groupRoleId: role, version: 1, name: "Buyer", code: "Buyer", description: "", roles: ["issues"] },
      );
    expect(await met([leave("invoices", everyone)], edit)).toMatchObject([{ what: "group-role" }]);
    const deactivate = (tx: Tx) => deactivateContact({ tx, actor: grace }, { contactId });
    expect(await met([enable("invoices", contact(contactId))], deactivate)).toMatchObject([
      { what: "contact-deactivated" },
    ]);
    const close = (tx: Tx) =>
      tx
        .update(stored)
        .set({ status: "closed", statusChangedAt: clock.now(), statusChangedBy: grace.staffId })
        .where(and(eq(stored.organisationId, organisationId), eq(stored.id, companyId)));
    expect(await met([enable("services", companies(companyId))], close)).toMatchObject([
      { what: "company-closed" },
    ]);
  });

  it("the deactivation of a contact that it names", async () => {
    const deactivate = () =>
      asSuperuser(
        "UPDATE contacts SET deactivated_at = clock_timestamp(), deactivated_by = $2 WHERE id = $1",
        [people.contactId, grace.staffId],
      );
    expect(await met([enable("invoices", contact(people.contactId))], deactivate)).toMatchObject([
      { operation: 0, what: "contact-deactivated", summary: "Ana Trujillo", by: "Grace", changeId: null },
    ]);
  });
});
