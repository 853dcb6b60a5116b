import type { StaffActor } from "@/db/actor";
import { asActor } from "@/db/as-actor";
import { contacts } from "@/db/schema";
import { demandWholeReach } from "@/lib/logins/demand-whole-reach";
import { newId } from "@/lib/platform/ids";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";

let people: People;
let limited: StaffActor;
const elsewhere = newId();

beforeEach(async () => {
  await resetDatabase();
  people = await somePeople();
  limited = { ...people.staff, reach: "assigned" };
  const { organisationId, companyId, staff } = people;
  await asSuperuser("INSERT INTO assignments VALUES ($1, $2, $3, 'administrator')", [
    organisationId,
    staff.staffId,
    companyId,
  ]);
  await asSuperuser(
    "INSERT INTO companies (organisation_id, id, kind, code, name) VALUES ($1, $2, 'supplier', 'ELSE', 'Elsewhere')",
    [organisationId, elsewhere],
  );
});

const demand = (actor: StaffActor) => asActor(actor, (tx) => demandWholeReach(tx, people.loginId));

const alsoElsewhere = () =>
  asActor(people.staff, (tx) =>
    tx.insert(contacts).values({
      organisationId: people.organisationId,
      id: newId(),
      companyId: elsewhere,
      kind: "supplier",
      loginId: people.loginId,
      name: "Ana",
      accessSince: 1,
    }),
  );

describe("how a person signs in", () => {
  it("is for a staff user to change who serves all of that person's companies", async () => {
    await demand(limited);
    await alsoElsewhere();
    await demand(people.staff);
  });

  it("is not for one who serves only some of them", async () => {
    await alsoElsewhere();
    await expect(demand(limited)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("shows a limited staff user nothing more than before the question was asked", async () => {
    await alsoElsewhere();
    const seen = await asActor(limited, async (tx) => {
      await demandWholeReach(tx, people.loginId).catch(() => undefined);
      return tx.select({ id: contacts.companyId }).from(contacts);
    });
    expect(seen).toEqual([{ id: people.companyId }]);
  });
});
