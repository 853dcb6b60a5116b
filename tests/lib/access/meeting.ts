import type { StaffActor } from "@/db/actor";
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

/** Lets the clock go on, which counts in milliseconds: what happens next happens later. */
export const aMoment = () => new Promise((resolve) => setTimeout(resolve, 2));

/** What `ada` meets when she saves `staged` after `meanwhile` happened. */
export async function metBy(ada: StaffActor, staged: object[], meanwhile: () => Promise<unknown>) {
  const basis = await basisOf(ada);
  await aMoment();
  await meanwhile();
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
