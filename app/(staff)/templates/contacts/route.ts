import { staffRoute } from "@/lib/auth/route";
import { suggestContacts } from "@/lib/search/suggest-contacts";

export const GET = staffRoute("viewContacts", async ({ tx, request }) => {
  const query = new URL(request.url).searchParams.get("q") ?? "";
  return Response.json(await suggestContacts(tx, query));
});
