import type { StaffActor } from "@/db/actor";
import { asActor } from "@/db/as-actor";
import { hashPassword } from "@/lib/passwords/hash";
import { signInStaff, SIGN_IN_REFUSED } from "@/lib/staff/sign-in-staff";
import { asSuperuser, resetDatabase } from "@/tests/support/database";
import { somePeople, type People } from "@/tests/support/people";
import { OLD, origin } from "../credentials/scene";

export { NEW, OLD } from "../credentials/scene";

/** With which the clerk of these tests signs in, and OLD. */
export const CLERK = "clerk@winslow.example";

let hash: string | undefined;

/** An empty database but for an organisation whose clerk has the password OLD. */
export async function staffWithPassword(): Promise<People> {
  hash ??= await hashPassword(OLD);
  await resetDatabase();
  const people = await somePeople();
  await asSuperuser("UPDATE staff_users SET password_hash = $1", [hash]);
  return people;
}

/** Signs somebody in who has no second factor. */
export async function signIn(password = OLD, as = CLERK) {
  const outcome = await signInStaff(origin, { email: as, password });
  if ("awaited" in outcome) throw new Error("A code was asked for.");
  return outcome;
}

/** How every sign-in is refused that does not say why. */
export const refused = { code: "unauthenticated", message: SIGN_IN_REFUSED };

/** The clerk as one who is limited to their assignments, which their own account is not. */
export const asClerk = <T>({ staff }: People, work: Parameters<typeof asActor<T>>[1]) =>
  asActor<T>({ ...staff, reach: "assigned" } as StaffActor, work);

/** How many rows a table has; a condition may follow its name. */
export const count = async (table: string): Promise<number> =>
  Number((await asSuperuser<{ n: string }>(`SELECT count(*) AS n FROM ${table}`))[0]?.n);
