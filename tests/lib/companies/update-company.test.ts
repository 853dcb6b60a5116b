import type { StaffActor } from "@/db/actor";
import { asActor } from "@/db/as-actor";
import { updateCompanyInput } from "@/lib/companies/input";
import { findCompany } from "@/lib/companies/queries";
import { updateCompany } from "@/lib/companies/update-company";
import { newId } from "@/lib/platform/ids";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople } from "@/tests/support/people";
import { assign, colleague, create, formOf, storedCompany, update } from "./support";

let ada: StaffActor;
let id: string;

beforeEach(async () => {
  await resetDatabase();
  ada = (await somePeople()).staff;
  ({ id } = await create(ada, { name: "Acme", code: "ACME", city: "Bern", phone: "031" }));
});

const events = () =>
  asSuperuser<Record<string, unknown>>(
    "SELECT * FROM audit_events WHERE act = 'company.updated' ORDER BY at",
  );

describe("saving a company", () => {
  it("keeps what was edited, counts the version and records only what changed, before and after", async () => {
    await update(ada, id, { city: "Basel", name: "Acme Group" });
    expect(await storedCompany(id)).toMatchObject({
      name: "Acme Group",
      city: "Basel",
      phone: "031",
      version: 2,
    });
    expect(await events()).toMatchObject([
      {
        ...{ company_id: id, actor_id: ada.staffId, subject: "Acme Group" },
        before: { name: "Acme", city: "Bern" },
        after: { name: "Acme Group", city: "Basel" },
      },
    ]);
  });

  it("writes nothing when nothing was changed", async () => {
    await update(ada, id, {});
    expect(await storedCompany(id)).toMatchObject({ version: 1 });
    expect(await events()).toEqual([]);
  });

  it("generates a code when the old one was cleared", async () => {
    await update(ada, id, { code: "" });
    expect(await storedCompany(id)).toMatchObject({ code: "C-000001" });
  });

  it("refuses the code of another company at its field, and writes nothing", async () => {
    await create(ada, { code: "OTHER" });
    await expect(update(ada, id, { code: "other", city: "Basel" })).rejects.toMatchObject({
      code: "conflict",
      fields: { code: expect.stringContaining("Another customer has the ID other") },
    });
    expect(await storedCompany(id)).toMatchObject({ code: "ACME", city: "Bern", version: 1 });
    expect(await events()).toEqual([]);
  });

  it("says who set a status, when and why, and forgets the reason when the company is active again", async () => {
    await update(ada, id, { status: "blacklisted", statusReason: "Three unpaid invoices" });
    const company = await asActor(ada, (tx) => findCompany(tx, "customer", id));
    expect(company).toMatchObject({ statusReason: "Three unpaid invoices", statusChangedByName: "Clerk" });
    expect(company?.statusChangedAt).toBeInstanceOf(Date);

    const bo = await colleague(ada, "all");
    await update(bo, id, { statusReason: "Four unpaid invoices" });
    const reworded = await asActor(ada, (tx) => findCompany(tx, "customer", id));
    expect(reworded).toMatchObject({
      statusChangedByName: "Clerk",
      statusChangedAt: company?.statusChangedAt,
    });

    await update(bo, id, { status: "active" });
    expect(await storedCompany(id)).toMatchObject({ status_reason: "", status_changed_by: bo.staffId });
  });
});

describe("a company that is not within reach", () => {
  const untouched = async () => expect(await storedCompany(id)).toMatchObject({ name: "Acme", version: 1 });

  it("cannot be saved by another organisation, and looks as if it were not there", async () => {
    const rival = (await somePeople("rival")).staff;
    const refusal = { code: "not-found", message: "There is no such company, or it is not yours to edit." };
    await expect(update(rival, id, { name: "Mine" })).rejects.toMatchObject(refusal);
    const nowhere = updateCompanyInput.parse({ id: newId(), version: 1, name: "Mine" });
    await expect(asActor(rival, (tx) => updateCompany({ tx, actor: rival }, nowhere))).rejects.toMatchObject(
      refusal,
    );
    await untouched();
  });

  it("cannot be saved by staff to whom it is not assigned", async () => {
    await expect(update(await colleague(ada), id, { name: "Mine" })).rejects.toMatchObject({
      code: "not-found",
    });
    await untouched();
  });

  it("cannot be saved by staff who may edit only what they administer, when they are just a member", async () => {
    const bo = await colleague(ada, "administered");
    await assign(bo, id, "member");
    await expect(update(bo, id, { name: "Mine" })).rejects.toMatchObject({ code: "not-found" });
    await untouched();
    await asSuperuser("UPDATE assignments SET level = 'administrator' WHERE staff_id = $1", [bo.staffId]);
    await update(bo, id, { name: "Mine" });
    expect(await storedCompany(id)).toMatchObject({ name: "Mine" });
  });
});

describe("a save that comes too late", () => {
  const late = async (typed: Record<string, unknown>, withBase = true) => {
    const opened = await storedCompany(id);
    const form = { ...formOf(opened), base: withBase ? JSON.stringify(formOf(opened)) : "" };
    await update(await colleague(ada, "all"), id, { city: "Basel", phone: "061" });
    const save = (over: Record<string, unknown>) =>
      asActor(ada, (tx) =>
        updateCompany({ tx, actor: ada }, updateCompanyInput.parse({ ...form, ...typed, ...over })),
      );
    return { save, refusal: await save({}).catch((error: unknown) => error) };
  };

  it("is refused with who saved and what they changed, telling apart what was typed here", async () => {
    const { refusal } = await late({ city: "Chur", name: "Acme AG" });
    expect(refusal).toMatchObject({
      code: "stale",
      message: expect.stringMatching(/^Bo saved this company after you opened it/),
      details: {
        version: 2,
        differences: [
          { field: "phone", theirs: "061", yours: "031", isTouched: false },
          { field: "city", theirs: "Basel", yours: "Chur", isTouched: true },
        ],
      },
    });
    expect(await storedCompany(id)).toMatchObject({ name: "Acme", city: "Basel", phone: "061", version: 2 });
    expect(await events()).toHaveLength(1);
  });

  it("shows every difference when the form did not say how it was opened", async () => {
    const { refusal } = await late({ city: "Chur", name: "Acme AG" }, false);
    const { differences } = (refusal as { details: { differences: { field: string }[] } }).details;
    expect(differences.map(({ field }) => field)).toEqual(["name", "phone", "city"]);
  });

  it("speaks of a parent company by its name", async () => {
    const form = formOf(await storedCompany(id));
    const { id: parentId } = await create(ada, { name: "Winslow Estates" });
    await update(ada, id, { parentId });
    const late = updateCompanyInput.parse({ ...form, base: JSON.stringify(form), city: "Chur" });
    await expect(asActor(ada, (tx) => updateCompany({ tx, actor: ada }, late))).rejects.toMatchObject({
      details: { differences: [{ field: "parentId", theirs: "Winslow Estates" }], theirs: { parentId } },
    });
  });

  it("says nothing of a field that both changed alike", async () => {
    const { refusal } = await late({ city: "Basel" });
    expect(refusal).toMatchObject({ details: { differences: [{ field: "phone" }] } });
  });

  it("goes through once the newer version has been seen", async () => {
    const { save } = await late({ city: "Chur" });
    await save({ version: 2, phone: "061" });
    expect(await storedCompany(id)).toMatchObject({ city: "Chur", phone: "061", version: 3 });
  });

  it("is decided once when two save at the same moment", async () => {
    const form = formOf(await storedCompany(id));
    const saves = ["Basel", "Chur", "Genf", "Zug"].map((city) =>
      asActor(ada, (tx) => updateCompany({ tx, actor: ada }, updateCompanyInput.parse({ ...form, city }))),
    );
    const outcomes = await Promise.allSettled(saves);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await storedCompany(id)).toMatchObject({ version: 2 });
  });
});

describe("the parent company", () => {
  it("can be changed and taken away", async () => {
    const parent = await create(ada, {});
    await update(ada, id, { parentId: parent.id });
    expect(await storedCompany(id)).toMatchObject({ parent_id: parent.id });
    await update(ada, id, { parentId: "" });
    expect(await storedCompany(id)).toMatchObject({ parent_id: null });
  });

  it("cannot be the company itself or one of its sites, at any depth", async () => {
    const site = await create(ada, { parentId: id });
    const below = await create(ada, { parentId: site.id });
    for (const parentId of [id, site.id, below.id])
      await expect(update(ada, id, { parentId })).rejects.toMatchObject({
        code: "conflict",
        fields: { parentId: expect.stringContaining("one of its own sites") },
      });
    expect(await storedCompany(id)).toMatchObject({ parent_id: null, version: 1 });
  });

  it("cannot close a circle that leads through a company out of reach", async () => {
    const hidden = await create(ada, { parentId: id });
    const below = await create(ada, { parentId: hidden.id });
    const bo = await colleague(ada);
    await assign(bo, id);
    await assign(bo, below.id);
    await expect(update(bo, id, { parentId: below.id })).rejects.toMatchObject({ code: "conflict" });
  });

  it("cannot close a circle when two are moved below each other at once", async () => {
    const other = await create(ada, {});
    const outcomes = await Promise.allSettled([
      update(ada, id, { parentId: other.id }),
      update(ada, other.id, { parentId: id }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "conflict" },
    });
  });

  it("stays as it is when it is out of reach and not touched, and cannot be set to such a one", async () => {
    const parent = await create(ada, {});
    await update(ada, id, { parentId: parent.id });
    const bo = await colleague(ada);
    await assign(bo, id);
    await update(bo, id, { city: "Chur" });
    expect(await storedCompany(id)).toMatchObject({ parent_id: parent.id, city: "Chur" });
    const another = await create(ada, {});
    await expect(update(bo, id, { parentId: another.id })).rejects.toMatchObject({ code: "invalid" });
  });

  it("cannot be of another organisation or another kind", async () => {
    const foreign = await create((await somePeople("rival")).staff, {});
    const supplier = await create(ada, { kind: "supplier" });
    for (const parentId of [foreign.id, supplier.id])
      await expect(update(ada, id, { parentId })).rejects.toMatchObject({
        fields: { parentId: expect.any(String) },
      });
    expect(await storedCompany(id)).toMatchObject({ parent_id: null });
  });
});
