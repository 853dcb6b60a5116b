import { staffRoute } from "@/lib/auth/route";
import { findGroupRole } from "@/lib/group-roles/queries";
import { suggestMembers } from "@/lib/group-roles/suggest-members";
import { Refusal } from "@/lib/platform/errors";

export const GET = staffRoute("administerAccess", async ({ tx, request, params }) => {
  const groupRole = await findGroupRole(tx, params.groupRoleId ?? "");
  if (!groupRole) throw new Refusal("not-found", "There is no such group role.");
  const query = new URL(request.url).searchParams.get("q") ?? "";
  return Response.json(await suggestMembers(tx, groupRole.id, query));
});
