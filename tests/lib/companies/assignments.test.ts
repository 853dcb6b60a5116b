import type { StaffActor } from "@/db/actor";
import { assignStaff } from "@/lib/companies/assign-staff";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople } from "@/tests/support/people";
import { assign, colleague, create } from "./support";

let ada: StaffActor;
let bo: StaffActor;
let companyId: string;

beforeEach(async () => {
  await resetDatabase();
  ada = (await somePeople()).staff;
  bo = await colleague(ada, "administered");
  ({ id: companyId } = await create(ada, { name: "Acme", code: "ACME" }));
});

const emailOf = ({ staffId }: StaffActor) =>
  staffId === ada.staffId ? "clerk@winslow.example" : `${staffId}@x.example`;
const grant = (
  by: StaffActor,
  to: StaffActor,
  level: "administrator" | "member" | "none" = "member",
  company = companyId,
) => assignStaff({ actor: by }, { companyId: company, email: emailOf(to), level });
const remove = (by: StaffActor, of: StaffActor) => grant(by, of, "none");
const stored = () =>
  asSuperuser<{ staff_id: string; level: string }>(
    "SELECT staff_id, level FROM assignments WHERE company_id = $1 ORDER BY level, staff_id",
    [companyId],
  );
const events = () =>
  asSuperuser("SELECT act FROM audit_events WHERE act LIKE 'company.%ssign%' ORDER BY at, id");

describe("granting a colleague access to a company", () => {
  it("is done by whoever administers it, put on record, and changed or taken away again", async () => {
    const administrator = { ...ada, reach: "administered" as const };
    await grant(administrator, bo);
    expect(await stored()).toContainEqual({ staff_id: bo.staffId, level: "member" });
    await grant(administrator, bo, "administrator");
    await remove(bo, ada);
    expect(await stored()).toEqual([{ staff_id: bo.staffId, level: "administrator" }]);
    expect(await events()).toEqual([
      { act: "company.assigned" },
      { act: "company.assignment-changed" },
      { act: "company.unassigned" },
    ]);
  });

  it("is refused to members and to strangers, with the answer for a company that is not there", async () => {
    await expect(grant(bo, bo, "administrator")).rejects.toMatchObject({ code: "not-found" });
    await assign(bo, companyId);
    await expect(grant(bo, bo, "administrator")).rejects.toMatchObject({ code: "not-found" });
    const stranger = (await somePeople("other")).staff;
    await expect(grant(stranger, stranger)).rejects.toMatchObject({ code: "not-found" });
    expect(await events()).toEqual([]);
  });

  it("knows only colleagues who work here now", async () => {
    const stranger = (await somePeople("other")).staff;
    const unknown = { code: "invalid", fields: { email: expect.stringContaining("No colleague") } };
    await expect(
      assignStaff({ actor: ada }, { companyId, email: "clerk@other.example", level: "member" }),
    ).rejects.toMatchObject(unknown);
    await asSuperuser("UPDATE staff_users SET deactivated_at = now() WHERE id = $1", [bo.staffId]);
    await expect(grant(ada, bo)).rejects.toMatchObject(unknown);
    expect(await stored()).not.toContainEqual(expect.objectContaining({ staff_id: stranger.staffId }));
  });

  it("writes nothing when it is so already", async () => {
    await grant(ada, bo);
    await grant(ada, bo);
    expect(await events()).toHaveLength(1);
  });
});

describe("the last administrator", () => {
  it("is neither removed nor made a member", async () => {
    const last = { code: "conflict", message: expect.stringContaining("last administrator") };
    await expect(remove(ada, ada)).rejects.toMatchObject(last);
    await expect(grant(ada, ada, "member")).rejects.toMatchObject(last);
    expect(await stored()).toEqual([{ staff_id: ada.staffId, level: "administrator" }]);
  });

  it("stays also when two administrators remove each other at once", async () => {
    await grant(ada, bo, "administrator");
    const administered = { ...ada, reach: "administered" as const };
    const outcomes = await Promise.allSettled([remove(administered, bo), remove(bo, ada)]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await stored()).toHaveLength(1);
  });
});
