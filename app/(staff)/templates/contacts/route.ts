import { parseInput } from "@/lib/auth/action-result";
import { staffRoute } from "@/lib/auth/route";
import { companyOptionsInput } from "@/lib/companies/input";
import { suggestContacts } from "@/lib/contacts/suggest-contacts";

export const GET = staffRoute("viewContacts", async ({ tx, actor, request }) => {
  const { q } = parseInput(companyOptionsInput, Object.fromEntries(new URL(request.url).searchParams));
  return Response.json(await suggestContacts(tx, actor, q));
});
