import { staffRoute } from "@/lib/auth/route";
import { suggestCompanies } from "@/lib/contacts/suggest-companies";

export const GET = staffRoute("editContacts", async ({ tx, request }) => {
  const query = new URL(request.url).searchParams.get("q") ?? "";
  return Response.json(await suggestCompanies(tx, query));
});
