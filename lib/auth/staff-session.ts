import { cache } from "react";
import { asSystem } from "@/db/as-actor";
import { findOpenSession } from "@/lib/sessions/queries";
import { findActiveStaff } from "@/lib/staff/queries";
import type { StaffNeed } from "./needs";
import { readSessionCookie } from "./next-auth";

/** Who is signed in as staff, loaded from the database once a request, or null. */
export const loadStaffSession = cache(async () => {
  const pointer = await readSessionCookie("staff");
  if (!pointer) return null;
  return asSystem("load session", pointer.organisationId, async (tx) => {
    const session = await findOpenSession(tx, pointer.sessionId, "staff");
    if (!session?.staffId) return null;
    const staff = await findActiveStaff(tx, session.staffId);
    return staff && { sessionId: session.id, ...staff };
  });
});

export type StaffSession = NonNullable<Awaited<ReturnType<typeof loadStaffSession>>>;

/** Whether somebody must set up a second factor before they may do what `need` stands for. */
export const isHeldBack = ({ organisation, hasSecondFactor }: StaffSession, need: StaffNeed): boolean =>
  organisation.requiresSecondFactor && !hasSecondFactor && need !== "secureAccount";
