import type { StaffActor } from "@/db/actor";
import { asActor, type Tx } from "@/db/as-actor";
import { resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";
import { addColleague, basisOf, save, written } from "./arrange";

/** An organisation in which Ada stages while Grace acts. */
export type Meeting = { people: People; ada: StaffActor; grace: StaffActor };

/** A new organisation with both of them, in an empty database. */
export async function aMeeting(): Promise<Meeting> {
  await resetDatabase();
  const people = await somePeople();
  return { people, ada: await addColleague(people, "Ada"), grace: await addColleague(people, "Grace") };
}

/** What `ada` meets when she saves `staged` after `meanwhile` happened. */
export async function metBy(ada: StaffActor, staged: object[], meanwhile: () => Promise<unknown>) {
  const basis = await basisOf(ada);
  await meanwhile();
  return metFrom(ada, staged, basis);
}

/** What `ada` meets when `act` of `actor` had been done, but was not committed yet, when her screen was drawn. */
export async function metByUncommitted(
  ada: StaffActor,
  staged: object[],
  actor: StaffActor,
  act: (tx: Tx) => Promise<unknown>,
) {
  const basis = await asActor(actor, async (tx) => {
    await act(tx);
    const drawn = await basisOf(ada);
    // Far more than the clock's grain: the time of the act alone says that it was known.
    await new Promise((resolve) => setTimeout(resolve, 20));
    return drawn;
  });
  return metFrom(ada, staged, basis);
}

async function metFrom(ada: StaffActor, staged: object[], basis: object) {
  const before = await written();
  const refusal = await save(ada, staged, { basis }).then(
    () => null,
    (error: { code: string; details?: { kind: string; meetings: object[]; basis: object } }) => error,
  );
  if (refusal === null) return [];
  expect(refusal).toMatchObject({ code: "conflict", details: { kind: "access-met" } });
  expect(await written()).toEqual(before);
  return refusal.details?.meetings ?? [];
}
