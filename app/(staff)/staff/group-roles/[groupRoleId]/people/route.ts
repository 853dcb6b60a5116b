import { staffRoute } from "@/lib/auth/route";
import { findGroupRole } from "@/lib/group-roles/queries";
import { Refusal } from "@/lib/platform/errors";
import { staffKind } from "@/lib/staff/staff-kind";
import { suggestStaff } from "@/lib/staff/suggest-staff";

export const GET = staffRoute("administerStaff", async ({ tx, request, params }) => {
  const groupRole = await findGroupRole(tx, params.groupRoleId ?? "", staffKind);
  if (!groupRole) throw new Refusal("not-found", "There is no such group role.");
  const query = new URL(request.url).searchParams.get("q") ?? "";
  return Response.json(await suggestStaff(tx, groupRole.id, query));
});
