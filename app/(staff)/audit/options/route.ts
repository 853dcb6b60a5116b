import { suggest, suggestible } from "@/lib/audit/suggest";
import { staffRoute } from "@/lib/auth/route";

export const GET = staffRoute("viewAudit", async ({ tx, request }) => {
  const params = new URL(request.url).searchParams;
  const what = suggestible.find((known) => known === params.get("of")) ?? "by";
  return Response.json(await suggest(tx, what, params.get("q") ?? ""));
});
